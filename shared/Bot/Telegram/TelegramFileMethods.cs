using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>Documents and photos, uploaded or by file_id. What every call throws is said at <see cref="TelegramClient"/>.</summary>
public static class TelegramFileMethods
{
    /// <summary>Sends one file, uploaded or by file_id.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">What and where.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message; its document has the file_id to use from now on.</returns>
    public static Task<Message> SendDocumentAsync(
        this TelegramClient client,
        SendDocument request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Markup(request.ReplyMarkup);
        return request.Document is InputFile.Upload file
            ? client.UploadAsync(
                ApiMethods.SendDocument,
                request with
                {
                    Document = new InputFile.Attached("document"),
                },
                new Dictionary<string, InputFile.Upload>(StringComparer.Ordinal) { ["document"] = file },
                cancellationToken
            )
            : client.SendAsync(ApiMethods.SendDocument, request, cancellationToken);
    }

    /// <summary>Sends one photo, uploaded or by file_id.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">What and where.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message; the last of its photo sizes has the file_id to use from now on.</returns>
    public static Task<Message> SendPhotoAsync(
        this TelegramClient client,
        SendPhoto request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Markup(request.ReplyMarkup);
        return request.Photo is InputFile.Upload file
            ? client.UploadAsync(
                ApiMethods.SendPhoto,
                request with
                {
                    Photo = new InputFile.Attached("photo"),
                },
                new Dictionary<string, InputFile.Upload>(StringComparer.Ordinal) { ["photo"] = file },
                cancellationToken
            )
            : client.SendAsync(ApiMethods.SendPhoto, request, cancellationToken);
    }

    /// <summary>Sends an album of documents or of photos, each uploaded or by file_id.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">What and where.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The messages in the order of the request.</returns>
    /// <exception cref="ArgumentException">Fewer than 2 or more than 10 items, or both kinds.</exception>
    public static Task<IReadOnlyList<Message>> SendMediaGroupAsync(
        this TelegramClient client,
        SendMediaGroup request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Album(request);
        var uploads = new Dictionary<string, InputFile.Upload>(StringComparer.Ordinal);
        var media = request.Media.Select((item, index) => Detach(item, $"file{index}", uploads)).ToList();
        return uploads.Count > 0
            ? client.UploadAsync(ApiMethods.SendMediaGroup, request with { Media = media }, uploads, cancellationToken)
            : client.SendAsync(ApiMethods.SendMediaGroup, request, cancellationToken);
    }

    private static InputMedia Detach(InputMedia item, string part, Dictionary<string, InputFile.Upload> uploads)
    {
        if (item.Media is not InputFile.Upload upload)
        {
            return item;
        }

        uploads.Add(part, upload);
        return item with { Media = new InputFile.Attached(part) };
    }
}
