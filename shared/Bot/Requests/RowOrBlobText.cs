using System.Text;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>The text of a snapshot, which lies in the request's row, or in a blob when the row cannot hold it.</summary>
/// <param name="blobs">The blobs.</param>
internal sealed class RowOrBlobText(IBlobStore blobs)
{
    /// <summary>
    /// The longest text a row holds, in UTF-16 code units: a property of Table Storage holds 64 KB
    /// (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model#property-types).
    /// </summary>
    private const int MaxInRow = 32 * 1024;

    private const string InRow = "Snapshot";
    private const string InBlob = "SnapshotBlob";

    /// <summary>Writes the text; the row says where.</summary>
    public async ValueTask WriteAsync(TableEntity row, string text, CancellationToken cancellationToken)
    {
        if (text.Length <= MaxInRow)
        {
            row[InRow] = text;
            row[InBlob] = null;
            return;
        }

        var name = $"snapshots/{Guid.NewGuid():n}";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await blobs.UploadAsync(name, content, cancellationToken);
        row[InRow] = null;
        row[InBlob] = name;
    }

    /// <summary>Reads the text, or null when the blob is gone: then the row was replaced since it was read.</summary>
    public async ValueTask<string?> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        if (row.GetString(InBlob) is not { } name)
        {
            return row.GetString(InRow)!;
        }

        if (await blobs.OpenReadAsync(name, cancellationToken) is not { } stream)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Removes the blob of a row that counts no longer, if it had one.</summary>
    public async ValueTask ForgetAsync(TableEntity? row, CancellationToken cancellationToken)
    {
        if (row?.GetString(InBlob) is { } name)
        {
            await blobs.DeleteAsync(name, cancellationToken);
        }
    }
}
