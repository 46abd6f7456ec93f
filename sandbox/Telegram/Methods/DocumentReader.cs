using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticFiles;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>Finds the document or photo a call means: uploaded with it, or known by its file_id.</summary>
internal sealed class DocumentReader(TelegramWorld world)
{
    private const string Attach = "attach://";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <param name="part">The multipart part a plain upload has.</param>
    /// <param name="photo">Whether it goes as a photo.</param>
    /// <exception cref="BotApiException">400: no such file, or one of the other kind.</exception>
    public StoredFile Read(BotApiRequest request, string? value, string part, bool photo = false)
    {
        var name = value?.StartsWith(Attach, StringComparison.Ordinal) == true ? value[Attach.Length..] : part;
        if (request.Files.TryGetValue(name, out var upload))
        {
            return Take(upload, photo);
        }

        if (string.IsNullOrEmpty(value))
        {
            throw BotApiException.BadRequest(
                photo ? "there is no photo in the request" : "there is no document in the request"
            );
        }

        // A string with a dot is an address, and the stand-in does not fetch anything.
        return value.Contains('.', StringComparison.Ordinal)
            ? throw BotApiException.BadRequest("failed to get HTTP URL content")
            : OfKind(
                world.FindFile(value) ?? throw BotApiException.BadRequest("wrong file identifier/HTTP URL specified"),
                photo
            );
    }

    private StoredFile Take(BotApiFile upload, bool photo)
    {
        if (upload.Content.Length == 0)
        {
            throw BotApiException.BadRequest("file must be non-empty");
        }

        (int Width, int Height)? size = photo ? PhotoDimensions.Demand(upload.Content) : null;

        // Clients send every file as bytes of no kind; Telegram tells the kind by the name.
        var type = Types.TryGetContentType(upload.FileName, out var known) ? known : upload.ContentType;
        return world.AddFile(upload.FileName, type, upload.Content, size);
    }

    private static StoredFile OfKind(StoredFile file, bool photo)
    {
        if (file.Photo is null == !photo)
        {
            return file;
        }

        var (given, wanted) = photo ? ("Document", "Photo") : ("Photo", "Document");
        throw BotApiException.BadRequest($"can't use file of type {given} as {wanted}");
    }

    /// <summary>One item of an album; documents go only with documents, photos only with photos.</summary>
    public (StoredFile File, FormattedText Caption) Item(BotApiRequest request, JsonNode? node, bool photos)
    {
        if (node is not JsonObject item)
        {
            throw BotApiException.BadRequest("can't parse InputMedia: InputMedia must be an Object");
        }

        if (item["type"].AsText() is not ("document" or "photo") || item["type"].AsText() is "photo" != photos)
        {
            throw BotApiException.BadRequest("document can't be mixed with other media types");
        }

        var media = item["media"].AsText();
        if (string.IsNullOrEmpty(media))
        {
            throw BotApiException.BadRequest("media not found");
        }

        var caption = FormattedTextReader.Caption(
            item["caption"].AsText(),
            item["parse_mode"].AsText(),
            item["caption_entities"]
        );
        return (Read(request, media, media, photos), caption);
    }
}
