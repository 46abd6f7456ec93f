namespace PaymentBot.Bot.Requests;

/// <summary>A file whose bytes have arrived.</summary>
/// <param name="Sha256">The SHA-256 of the bytes in 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="FileId">Telegram's file_id as a document once it was uploaded there, or null.</param>
public sealed record StoredFile(string Sha256, long Size, string? FileId)
{
    /// <summary>Telegram's file_id as a photo once it was uploaded there as one, or null: an id serves one kind only.</summary>
    public string? PhotoId { get; init; }

    /// <summary>Whether Telegram would not take it as a photo.</summary>
    public bool RefusedAsPhoto { get; init; }

    /// <summary>The blob that holds the bytes.</summary>
    public string BlobName => BlobNameOf(Sha256);

    /// <summary>The blob that holds the bytes of a file.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    public static string BlobNameOf(string sha256) => $"files/{sha256}";
}
