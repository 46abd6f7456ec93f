using Microsoft.Extensions.Logging;
using PaymentBot.Approvals;
using PaymentBot.Ledger;
using PaymentBot.Storage;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Delivery.Sending;

/// <summary>Where the bytes of an attachment come from: Telegram's own file_id when it has one, else the blob.</summary>
/// <param name="files">What is known of the files.</param>
/// <param name="blobs">Their bytes.</param>
/// <param name="logger">The log.</param>
public sealed partial class FileSource(FileStore files, IBlobStore blobs, ILogger<FileSource> logger)
{
    /// <summary>Looks an attachment up.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<StoredFile> FindAsync(Attachment attachment, CancellationToken cancellationToken) =>
        await files.GetAsync(attachment.Sha256, cancellationToken)
        ?? new StoredFile(attachment.Sha256, attachment.Size, null);

    /// <summary>What to hand to Telegram.</summary>
    /// <param name="attachment">The attachment, for its name and type.</param>
    /// <param name="file">What is known of its bytes.</param>
    internal InputFile InputOf(Attachment attachment, StoredFile file) =>
        file.FileId is { } fileId
            ? new InputFile.FileId(fileId)
            : new InputFile.Upload(
                async token =>
                    await blobs.OpenReadAsync(file.BlobName, token) ?? throw await NoteGoneAsync(file, token),
                attachment.Name,
                attachment.ContentType
            );

    /// <summary>Remembers the file_id Telegram gave.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sent">The message it went with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task RememberAsync(StoredFile file, Message sent, CancellationToken cancellationToken)
    {
        if (sent.Document?.FileId is { } fileId && !string.Equals(fileId, file.FileId, StringComparison.Ordinal))
        {
            await files.SetFileIdAsync(file, fileId, cancellationToken);
        }
    }

    /// <summary>Forgets a file_id that Telegram refused, so that the bytes go up anew.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task ForgetAsync(StoredFile file, CancellationToken cancellationToken) =>
        await files.SetFileIdAsync(file, null, cancellationToken);

    /// <summary>The file counts as never arrived: the next run does without it, and the ERP is asked for it again.</summary>
    private async Task<StorageException> NoteGoneAsync(StoredFile file, CancellationToken cancellationToken)
    {
        await files.RemoveAsync(file.Sha256, cancellationToken);
        Log.Gone(logger, file.Sha256);
        return new StorageException("A file's bytes are gone.", "BlobNotFound");
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "The bytes of file {Sha256} are gone from the storage; the ERP is asked for them with its next call."
        )]
        public static partial void Gone(ILogger logger, string sha256);
    }
}
