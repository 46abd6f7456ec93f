using Microsoft.Extensions.Logging;
using PaymentBot.Approvals;
using PaymentBot.Delivery.Composition;
using PaymentBot.Ledger;
using PaymentBot.Telegram;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Delivery.Sending;

/// <summary>Sends attachments: one as a document, several as albums. A file goes up to Telegram once and is then re-used by its file_id.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="source">The files.</param>
/// <param name="logger">The log.</param>
public sealed partial class FileSender(TelegramClient telegram, FileSource source, ILogger<FileSender> logger)
{
    private const int LargestAlbum = 10;

    /// <summary>Sends one document with a card as its caption.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="attachment">The file.</param>
    /// <param name="card">The card, within the limit of a caption.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been sent.</param>
    /// <returns>The new message's id.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    public async Task<long> SendWithCardAsync(
        long chatId,
        Attachment attachment,
        ComposedCard card,
        CancellationToken cancellationToken
    ) => (await SendOneAsync(chatId, attachment, card, null, cancellationToken)).MessageId;

    /// <summary>Sends files: one as a document, more as albums of 2 to 10.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="attachments">The files, at least one.</param>
    /// <param name="replyTo">A message of the chat to reply to, or null.</param>
    /// <param name="cancellationToken">Ends the wait; messages may have been sent.</param>
    /// <returns>The id of the first new message.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    public async Task<long> SendAsync(
        long chatId,
        IReadOnlyList<Attachment> attachments,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        long? first = null;
        foreach (var album in Albums(attachments))
        {
            var sent =
                album.Count == 1
                    ? (await SendOneAsync(chatId, album[0], null, replyTo, cancellationToken)).MessageId
                    : await SendAlbumAsync(chatId, album, replyTo, cancellationToken);
            first ??= sent;
        }

        return first!.Value;
    }

    /// <summary>Splits files into albums of nearly equal size, so that none is left alone where there are several.</summary>
    private static IEnumerable<IReadOnlyList<Attachment>> Albums(IReadOnlyList<Attachment> attachments)
    {
        var count = (attachments.Count + LargestAlbum - 1) / LargestAlbum;
        return Enumerable
            .Range(0, count)
            .Select(index =>
            {
                var from = attachments.Count * index / count;
                var to = attachments.Count * (index + 1) / count;
                return (IReadOnlyList<Attachment>)[.. attachments.Skip(from).Take(to - from)];
            });
    }

    private static bool IsFileIdError(TelegramApiException exception) =>
        exception.ErrorClass == TelegramErrorClass.Input
        && exception.Description.Contains("file identifier", StringComparison.OrdinalIgnoreCase);

    private async Task<Message> SendOneAsync(
        long chatId,
        Attachment attachment,
        ComposedCard? card,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var file = await source.FindAsync(attachment, cancellationToken);
        var request = new SendDocument
        {
            ChatId = chatId,
            Document = source.InputOf(attachment, file),
            DisableContentTypeDetection = true,
            Caption = card?.Html,
            ParseMode = card is null ? null : ParseMode.Html,
            ReplyMarkup = card?.Markup,
            ReplyParameters = replyTo is { } messageId ? CardSender.ReplyTo(messageId) : null,
        };
        try
        {
            var sent = await telegram.SendDocumentAsync(request, cancellationToken);
            await source.RememberAsync(file, sent, cancellationToken);
            return sent;
        }
        catch (TelegramApiException exception) when (IsFileIdError(exception) && file.FileId is not null)
        {
            Log.FileIdRefused(logger, file.Sha256);
            await source.ForgetAsync(file, cancellationToken);
            return await SendOneAsync(chatId, attachment, card, replyTo, cancellationToken);
        }
    }

    private async Task<long> SendAlbumAsync(
        long chatId,
        IReadOnlyList<Attachment> album,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var known = new List<StoredFile>();
        foreach (var attachment in album)
        {
            known.Add(await source.FindAsync(attachment, cancellationToken));
        }

        var request = new SendMediaGroup
        {
            ChatId = chatId,
            Media =
            [
                .. album.Zip(
                    known,
                    (attachment, file) => new InputMediaDocument { Media = source.InputOf(attachment, file) }
                ),
            ],
            ReplyParameters = replyTo is { } messageId ? CardSender.ReplyTo(messageId) : null,
        };
        try
        {
            var sent = await telegram.SendMediaGroupAsync(request, cancellationToken);
            for (var index = 0; index < Math.Min(sent.Count, known.Count); index++)
            {
                await source.RememberAsync(known[index], sent[index], cancellationToken);
            }

            return sent[0].MessageId;
        }
        catch (TelegramApiException exception)
            when (IsFileIdError(exception) && known.Exists(file => file.FileId is not null))
        {
            foreach (var file in known)
            {
                Log.FileIdRefused(logger, file.Sha256);
                await source.ForgetAsync(file, cancellationToken);
            }

            return await SendAlbumAsync(chatId, album, replyTo, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Telegram no longer knows the file_id of {Sha256}; it is uploaded anew.")]
        public static partial void FileIdRefused(ILogger logger, string sha256);
    }
}
