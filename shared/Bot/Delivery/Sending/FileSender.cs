using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>
/// Sends attachments: one as a photo or a document, several as albums of each kind. A file goes up to Telegram once as each kind and is then re-used by its
/// file_id.
/// </summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="source">The files.</param>
public sealed class FileSender(TelegramClient telegram, FileSource source)
{
    /// <summary>Sends one file with a card as its caption.</summary>
    /// <param name="place">The chat and the topic.</param>
    /// <param name="attachment">The file.</param>
    /// <param name="card">The card, within the limit of a caption.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been sent.</param>
    /// <returns>The new message's id.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    public async Task<long> SendWithCardAsync(
        ChatPlace place,
        Attachment attachment,
        ComposedCard card,
        CancellationToken cancellationToken
    ) => (await SendOneAsync(place, attachment, card, null, cancellationToken)).MessageId;

    /// <summary>Sends files: documents first, then pictures; each kind alone or in albums of 2 to 10.</summary>
    /// <param name="place">The chat and the topic.</param>
    /// <param name="attachments">The files, at least one.</param>
    /// <param name="replyTo">A message of the chat to reply to, or null.</param>
    /// <param name="cancellationToken">Ends the wait; messages may have been sent.</param>
    /// <returns>The files with their messages, in the order they were sent.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    public async Task<IReadOnlyList<SentFile>> SendAsync(
        ChatPlace place,
        IReadOnlyList<Attachment> attachments,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        List<Parcel> parcels = [];
        foreach (var attachment in attachments)
        {
            parcels.Add(await source.PackAsync(attachment, cancellationToken));
        }

        List<SentFile> sent = [];
        foreach (var kind in parcels.GroupBy(parcel => parcel.AsPhoto).OrderBy(kind => kind.Key))
        {
            foreach (var album in Albums([.. kind]))
            {
                sent.AddRange(await SendAlbumAsync(place, album, replyTo, cancellationToken));
            }
        }

        return sent;
    }

    /// <summary>Splits files into albums of nearly equal size, so that none is left alone where there are several.</summary>
    private static IEnumerable<IReadOnlyList<Parcel>> Albums(IReadOnlyList<Parcel> parcels)
    {
        var count = (parcels.Count + TelegramLimits.AlbumMax - 1) / TelegramLimits.AlbumMax;
        return Enumerable
            .Range(0, count)
            .Select(index =>
            {
                var from = parcels.Count * index / count;
                var to = parcels.Count * (index + 1) / count;
                return (IReadOnlyList<Parcel>)[.. parcels.Skip(from).Take(to - from)];
            });
    }

    private static bool IsFileIdError(TelegramApiException exception) =>
        exception.ErrorClass == TelegramErrorClass.Input
        && (
            exception.Description.Contains("file identifier", StringComparison.OrdinalIgnoreCase)
            || exception.Description.Contains("use file of type", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Telegram's own look at a picture is stricter than its header.</summary>
    private static bool IsPhotoError(TelegramApiException exception) =>
        exception.ErrorClass == TelegramErrorClass.Input
        && (
            exception.Description.Contains("PHOTO_", StringComparison.OrdinalIgnoreCase)
            || exception.Description.Contains("IMAGE_PROCESS_FAILED", StringComparison.OrdinalIgnoreCase)
            || exception.Description.Contains("file is too big", StringComparison.OrdinalIgnoreCase)
        );

    private static ReplyParameters? ReplyTo(long? messageId) => messageId is { } id ? CardSender.ReplyTo(id) : null;

    private async Task<Message> SendOneAsync(
        ChatPlace place,
        Attachment attachment,
        ComposedCard? card,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var parcel = await source.PackAsync(attachment, cancellationToken);
        try
        {
            var sent = await SendParcelAsync(place, parcel, card, replyTo, cancellationToken);
            await source.RememberAsync(parcel, sent, cancellationToken);
            return sent;
        }
        catch (TelegramApiException exception) when (IsFileIdError(exception) && parcel.KnownId is not null)
        {
            await source.ForgetAsync(parcel, cancellationToken);
        }
        catch (TelegramApiException exception) when (IsPhotoError(exception) && parcel.AsPhoto)
        {
            await source.RefuseAsPhotoAsync(parcel, cancellationToken);
        }

        // Each of the two ways here takes away what led to it.
        return await SendOneAsync(place, attachment, card, replyTo, cancellationToken);
    }

    private async Task<Message> SendParcelAsync(
        ChatPlace place,
        Parcel parcel,
        ComposedCard? card,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var parseMode = card is null ? ParseMode.None : ParseMode.Html;
        var markup = TelegramKeyboard.Of(card?.Keyboard);
        var file = await source.InputOfAsync(parcel, cancellationToken);
        if (parcel.AsPhoto)
        {
            var photo = new SendPhotoRequest
            {
                ChatId = place.ChatId,
                MessageThreadId = (int?)place.ThreadId,
                Photo = file,
                Caption = card?.Html,
                ParseMode = parseMode,
                ReplyMarkup = markup,
                ReplyParameters = ReplyTo(replyTo),
            };
            return await telegram.SendRequest(photo, cancellationToken);
        }

        var document = new SendDocumentRequest
        {
            ChatId = place.ChatId,
            MessageThreadId = (int?)place.ThreadId,
            Document = file,
            DisableContentTypeDetection = true,
            Caption = card?.Html,
            ParseMode = parseMode,
            ReplyMarkup = markup,
            ReplyParameters = ReplyTo(replyTo),
        };
        return await telegram.SendRequest(document, cancellationToken);
    }

    private async Task<IReadOnlyList<SentFile>> SendAlbumAsync(
        ChatPlace place,
        IReadOnlyList<Parcel> album,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        if (album.Count == 1)
        {
            return await SendEachAsync(place, album, replyTo, cancellationToken);
        }

        try
        {
            var request = new SendMediaGroupRequest
            {
                ChatId = place.ChatId,
                MessageThreadId = (int?)place.ThreadId,
                Media = await OpenAsync(album, cancellationToken),
                ReplyParameters = ReplyTo(replyTo),
            };
            var messages = await telegram.SendRequest(request, cancellationToken);
            List<SentFile> sent = [];
            foreach (var (parcel, message) in album.Zip(messages))
            {
                await source.RememberAsync(parcel, message, cancellationToken);
                sent.Add(new SentFile(parcel.Attachment, message.MessageId));
            }

            return sent;
        }
        catch (TelegramApiException exception)
            when (IsFileIdError(exception) && album.Any(one => one.KnownId is not null))
        {
            foreach (var parcel in album.Where(one => one.KnownId is not null))
            {
                await source.ForgetAsync(parcel, cancellationToken);
            }
        }
        catch (TelegramApiException exception) when (IsPhotoError(exception) && album[0].AsPhoto)
        {
            // Which one it was is not said; alone, each shows.
            return await SendEachAsync(place, album, replyTo, cancellationToken);
        }

        return await SendAsync(place, [.. album.Select(parcel => parcel.Attachment)], replyTo, cancellationToken);
    }

    private async Task<IReadOnlyList<SentFile>> SendEachAsync(
        ChatPlace place,
        IReadOnlyList<Parcel> parcels,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        List<SentFile> sent = [];
        foreach (var attachment in parcels.Select(parcel => parcel.Attachment))
        {
            var message = await SendOneAsync(place, attachment, null, replyTo, cancellationToken);
            sent.Add(new SentFile(attachment, message.MessageId));
        }

        return sent;
    }

    /// <summary>Opens every file; when one cannot be opened, closes the others and lets the exception through.</summary>
    private async Task<IReadOnlyList<IAlbumInputMedia>> OpenAsync(
        IReadOnlyList<Parcel> album,
        CancellationToken cancellationToken
    )
    {
        List<InputFile> files = [];
        try
        {
            foreach (var parcel in album)
            {
                files.Add(await source.InputOfAsync(parcel, cancellationToken));
            }
        }
        catch
        {
            foreach (var file in files.OfType<InputFileStream>())
            {
                await file.Content.DisposeAsync();
            }

            throw;
        }

        return [.. album.Zip(files, MediaOf)];
    }

    private static IAlbumInputMedia MediaOf(Parcel parcel, InputFile file) =>
        parcel.AsPhoto
            ? new InputMediaPhoto { Media = file }
            : new InputMediaDocument { Media = file, DisableContentTypeDetection = true };
}
