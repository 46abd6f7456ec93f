namespace PaymentBot.Sandbox.Telegram;

/// <summary>How somebody writes a message.</summary>
/// <param name="ReplyTo">The message it answers, or null.</param>
/// <param name="ThreadId">The forum topic, or null for the General topic and for chats without topics.</param>
/// <param name="Anonymous">Whether an administrator writes in the name of the group.</param>
internal sealed record Saying(long? ReplyTo = null, long? ThreadId = null, bool Anonymous = false);
