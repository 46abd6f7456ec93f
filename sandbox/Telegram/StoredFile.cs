namespace PaymentBot.Sandbox.Telegram;

/// <summary>A document or a photo that Telegram keeps; it is sent again by <paramref name="FileId"/>, as the same kind only.</summary>
internal sealed record StoredFile(string FileId, string FileUniqueId, string Name, string ContentType, byte[] Content)
{
    /// <summary>Width and height of a photo; null for a document.</summary>
    public (int Width, int Height)? Photo { get; init; }
}
