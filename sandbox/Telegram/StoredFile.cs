namespace PaymentBot.Sandbox.Telegram;

/// <summary>A document that Telegram keeps; it is sent again by <paramref name="FileId"/>.</summary>
internal sealed record StoredFile(string FileId, string FileUniqueId, string Name, string ContentType, byte[] Content);
