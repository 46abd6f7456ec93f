using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Where the bytes of an attachment come from: Telegram's own file_id when it has one of the kind, else the blob.</summary>
/// <param name="files">What is known of the files.</param>
/// <param name="blobs">Their bytes.</param>
/// <param name="logger">The log.</param>
public sealed partial class FileSource(FileStore files, IBlobStore blobs, ILogger<FileSource> logger)
{
    /// <summary>Looks an attachment up and decides as what it goes: a picture within Telegram's limits as a photo, all else as a document.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<Parcel> PackAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        var file =
            await files.GetAsync(attachment.Sha256, cancellationToken)
            ?? new StoredFile(attachment.Sha256, attachment.Size, null);
        return new Parcel(attachment, file, await IsPhotoAsync(attachment, file, cancellationToken));
    }

    /// <summary>What to hand to Telegram.</summary>
    /// <param name="parcel">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file_id, or the opened bytes, which the call they go with closes.</returns>
    internal async Task<InputFile> InputOfAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        if (parcel.KnownId is { } fileId)
        {
            return new InputFileId(fileId);
        }

        var content =
            await blobs.OpenReadAsync(parcel.File.BlobName, cancellationToken)
            ?? throw await NoteGoneAsync(parcel.File, cancellationToken);
        return TelegramFiles.Upload(content, parcel.Attachment.Name);
    }

    /// <summary>Remembers the file_id Telegram gave.</summary>
    /// <param name="parcel">The file.</param>
    /// <param name="sent">The message it went with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task RememberAsync(Parcel parcel, Message sent, CancellationToken cancellationToken)
    {
        if (parcel.IdIn(sent) is { } fileId && !string.Equals(fileId, parcel.KnownId, StringComparison.Ordinal))
        {
            await files.SaveAsync(parcel.With(fileId), cancellationToken);
        }
    }

    /// <summary>Forgets a file_id that Telegram refused, so that the bytes go up anew.</summary>
    /// <param name="parcel">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task ForgetAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        Log.FileIdRefused(logger, parcel.File.Sha256);
        await files.SaveAsync(parcel.With(null), cancellationToken);
    }

    /// <summary>Remembers that Telegram does not take a picture as a photo; from now on it is a document.</summary>
    /// <param name="parcel">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task RefuseAsPhotoAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        Log.NoPhoto(logger, parcel.File.Sha256);
        await files.SaveAsync(parcel.File with { RefusedAsPhoto = true }, cancellationToken);
    }

    private static bool MayBePhoto(Attachment attachment, StoredFile file) =>
        !file.RefusedAsPhoto
        && attachment.Size <= TelegramLimits.PhotoBytes
        && (
            attachment.ContentType.Equals("image/jpeg", StringComparison.OrdinalIgnoreCase)
            || attachment.ContentType.Equals("image/png", StringComparison.OrdinalIgnoreCase)
        );

    private async Task<bool> IsPhotoAsync(Attachment attachment, StoredFile file, CancellationToken cancellationToken)
    {
        if (!MayBePhoto(attachment, file))
        {
            return false;
        }

        if (file.PhotoId is not null)
        {
            return true;
        }

        await using var content = await blobs.OpenReadAsync(file.BlobName, cancellationToken);
        return content is not null
            && await PictureHeader.ReadAsync(content, cancellationToken) is { } size
            && size.Width + size.Height <= TelegramLimits.PhotoDimensions
            && Math.Max(size.Width, size.Height) <= Math.Min(size.Width, size.Height) * TelegramLimits.PhotoRatio;
    }

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

        [LoggerMessage(2, LogLevel.Warning, "Telegram no longer knows the file_id of {Sha256}; it is uploaded anew.")]
        public static partial void FileIdRefused(ILogger logger, string sha256);

        [LoggerMessage(3, LogLevel.Warning, "Telegram does not take file {Sha256} as a photo; it goes as a document.")]
        public static partial void NoPhoto(ILogger logger, string sha256);
    }
}
