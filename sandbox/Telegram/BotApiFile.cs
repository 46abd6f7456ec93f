namespace PaymentBot.Sandbox.Telegram;

/// <summary>A file uploaded as a part of a multipart call.</summary>
internal sealed record BotApiFile(string FileName, string ContentType, byte[] Content);
