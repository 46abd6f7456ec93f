using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>Files by the SHA-256 of their bytes, so that equal files are stored and uploaded to Telegram once.</summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class FileStore(ITableStore tables)
{
    private const string Row = "file";

    /// <summary>Reads what is known of a file.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file, or null when its bytes have not arrived.</returns>
    public async ValueTask<StoredFile?> GetAsync(string sha256, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Files, sha256, Row, cancellationToken) is { } entity
            ? new StoredFile(sha256, entity.GetInt64("Size") ?? 0, entity.GetString("FileId"))
            {
                PhotoId = entity.GetString("PhotoId"),
                RefusedAsPhoto = entity.GetBoolean("RefusedAsPhoto") ?? false,
            }
            : null;

    /// <summary>Tells the attachments whose bytes are here from those whose bytes are still wanted; what Telegram would not take is in neither.</summary>
    /// <param name="attachments">The attachments of a request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<SortedAttachments> SortAsync(
        IEnumerable<Attachment> attachments,
        CancellationToken cancellationToken
    )
    {
        List<Attachment> available = [];
        List<Attachment> missing = [];
        foreach (var attachment in attachments.Where(attachment => attachment.Sendable))
        {
            var arrived = await GetAsync(attachment.Sha256, cancellationToken) is not null;
            (arrived ? available : missing).Add(attachment);
        }

        return new SortedAttachments(available, missing);
    }

    /// <summary>Notes that the bytes have arrived; noting it again changes nothing.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask AddAsync(string sha256, long size, CancellationToken cancellationToken) =>
        await tables.InsertAsync(TableName.Files, EntityOf(new StoredFile(sha256, size, null)), cancellationToken);

    /// <summary>Remembers or forgets what Telegram gave for a file; the last writer wins, for any of several ids serves.</summary>
    /// <param name="file">The file with what is to be remembered; without an id it is uploaded anew next time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask SaveAsync(StoredFile file, CancellationToken cancellationToken) =>
        await tables.UpsertAsync(TableName.Files, EntityOf(file), cancellationToken);

    /// <summary>Forgets a file whose bytes are gone: it counts as not arrived.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask RemoveAsync(string sha256, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Files, sha256, Row, null, cancellationToken);

    private static TableEntity EntityOf(StoredFile file) =>
        new(file.Sha256, Row)
        {
            ["Size"] = file.Size,
            ["FileId"] = file.FileId,
            ["PhotoId"] = file.PhotoId,
            ["RefusedAsPhoto"] = file.RefusedAsPhoto ? true : null,
        };
}

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

/// <summary>The attachments of a request that Telegram would take.</summary>
/// <param name="Available">Those whose bytes are here, in the order of the request.</param>
/// <param name="Missing">Those whose bytes are still wanted, in the order of the request.</param>
public sealed record SortedAttachments(IReadOnlyList<Attachment> Available, IReadOnlyList<Attachment> Missing);
