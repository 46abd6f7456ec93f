using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>Finds the document a call means: uploaded with it, or known by its file_id.</summary>
internal sealed class DocumentReader(TelegramWorld world)
{
    private const string Attach = "attach://";

    /// <param name="part">The multipart part a plain upload has.</param>
    /// <exception cref="BotApiException">400: no such file.</exception>
    public StoredFile Read(BotApiRequest request, string? value, string part)
    {
        var name = value?.StartsWith(Attach, StringComparison.Ordinal) == true ? value[Attach.Length..] : part;
        if (request.Files.TryGetValue(name, out var upload))
        {
            return upload.Content.Length == 0
                ? throw BotApiException.BadRequest("file must be non-empty")
                : world.AddFile(upload.FileName, upload.ContentType, upload.Content);
        }

        if (string.IsNullOrEmpty(value))
        {
            throw BotApiException.BadRequest("there is no document in the request");
        }

        // A string with a dot is an address, and the stand-in does not fetch anything.
        return value.Contains('.', StringComparison.Ordinal)
            ? throw BotApiException.BadRequest("failed to get HTTP URL content")
            : world.FindFile(value) ?? throw BotApiException.BadRequest("wrong file identifier/HTTP URL specified");
    }

    /// <summary>One item of an album; documents go only with documents.</summary>
    public (StoredFile File, FormattedText Caption) Item(BotApiRequest request, JsonNode? node)
    {
        if (node is not JsonObject item)
        {
            throw BotApiException.BadRequest("can't parse InputMedia: InputMedia must be an Object");
        }

        if (item["type"].AsText() is not "document")
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
        return (Read(request, media, media), caption);
    }
}
