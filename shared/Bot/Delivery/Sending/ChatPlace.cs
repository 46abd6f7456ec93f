namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Where a message goes: a chat, and a topic in it.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="ThreadId">The forum topic (<c>message_thread_id</c>), or null for the General topic and for chats without topics.</param>
public sealed record ChatPlace(long ChatId, long? ThreadId)
{
    /// <summary>A chat without topics.</summary>
    /// <param name="chatId">The chat.</param>
    public static implicit operator ChatPlace(long chatId) => new(chatId, null);
}
