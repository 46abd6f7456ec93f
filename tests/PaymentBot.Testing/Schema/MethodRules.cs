using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentBot.Testing.Schema;

/// <summary>Rules about whole requests that the schema cannot say.</summary>
internal static partial class MethodRules
{
    public static void Check(string method, IReadOnlyDictionary<string, JsonElement> values, ValidationRun run)
    {
        switch (method)
        {
            case "editMessageText":
                CheckTarget(values, run);
                CheckOneContent(values, run);
                break;
            case "editMessageCaption" or "editMessageReplyMarkup" or "editMessageMedia":
                CheckTarget(values, run);
                break;
            case "sendMediaGroup" when values.TryGetValue("media", out var media):
                CheckAlbum(media, run);
                break;
            case "setWebhook" when values.TryGetValue("secret_token", out var secret):
                CheckSecret(secret.ToString(), run);
                break;
        }
    }

    private static void CheckTarget(IReadOnlyDictionary<string, JsonElement> values, ValidationRun run)
    {
        var isInline = values.ContainsKey("inline_message_id");
        var hasChat = values.ContainsKey("chat_id");
        var hasMessage = values.ContainsKey("message_id");
        if (isInline == hasChat || hasChat != hasMessage)
        {
            run.Add("chat_id", "chat_id and message_id, or else inline_message_id, are needed");
        }
    }

    private static void CheckOneContent(IReadOnlyDictionary<string, JsonElement> values, ValidationRun run)
    {
        if (values.ContainsKey("text") == values.ContainsKey("rich_message"))
        {
            run.Add("text", "text or else rich_message is needed");
        }
    }

    private static void CheckAlbum(JsonElement media, ValidationRun run)
    {
        if (media.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var documents = media.EnumerateArray().Count(IsDocument);
        if (documents > 0 && documents < media.GetArrayLength())
        {
            run.Add("media", "documents go with documents only");
        }
    }

    private static bool IsDocument(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("type", out var type)
        && string.Equals(type.ToString(), "document", StringComparison.Ordinal);

    private static void CheckSecret(string secret, ValidationRun run)
    {
        if (!SecretFormat().IsMatch(secret))
        {
            run.Add("secret_token", "takes A-Z a-z 0-9 _ - only");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretFormat();
}
