namespace PaymentBot.Approvals;

/// <summary>A file that a snapshot declares. Its bytes come separately.</summary>
/// <param name="Id">The ERP's identity of the file, unique within the request, 1 to 200 characters.</param>
/// <param name="Name">The file name to show; several files may have the same.</param>
/// <param name="ContentType">The media type, such as <c>application/pdf</c>.</param>
/// <param name="Size">Bytes, 0 or more.</param>
/// <param name="Sha256">The SHA-256 of the bytes in 64 lower-case hexadecimal digits.</param>
public sealed record Attachment(string Id, string Name, string ContentType, long Size, string Sha256)
{
    /// <summary>The largest file Telegram takes from a bot, in bytes (https://core.telegram.org/bots/api#sending-files).</summary>
    public const long MaxSendableSize = 50L * 1024 * 1024;

    /// <summary>Whether Telegram would take the file at all; a larger or an empty one is named on the card, not sent.</summary>
    public bool Sendable => Size is > 0 and <= MaxSendableSize;
}
