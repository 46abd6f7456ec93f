using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Reads and checks reply_markup as Telegram does.</summary>
internal static class ReplyMarkupReader
{
    private const int MaxButtons = 100;
    private const int MaxCallbackData = 64;

    private static readonly string[] Actions =
    [
        "url",
        "callback_data",
        "callback_game",
        "pay",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "login_url",
        "web_app",
        "copy_text",
        "disabled",
    ];

    /// <param name="localButtons">Whether buttons may lead to this machine.</param>
    /// <exception cref="BotApiException">400: a button or the markup is refused.</exception>
    public static ReplyMarkup Read(BotApiRequest request, bool localButtons)
    {
        if (request.Json("reply_markup") is not { } node)
        {
            return ReplyMarkup.None;
        }

        if (node is not JsonObject markup)
        {
            throw BotApiException.BadRequest("object expected as reply markup");
        }

        if (markup["inline_keyboard"] is { } keyboard)
        {
            return Inline(markup, keyboard, localButtons);
        }

        return new ReplyMarkup
        {
            Frozen = markup.Count > 0,
            ForceReply = markup["force_reply"].AsFlag(),
            Placeholder = markup["input_field_placeholder"].AsText(),
        };
    }

    private static ReplyMarkup Inline(JsonObject markup, JsonNode keyboard, bool localButtons)
    {
        if (keyboard is not JsonArray rows)
        {
            throw BotApiException.BadRequest(
                "can't parse inline keyboard: Field \"inline_keyboard\" must be of type Array"
            );
        }

        var result = new List<IReadOnlyList<InlineButton>>();
        foreach (var row in rows)
        {
            if (row is not JsonArray buttons)
            {
                throw BotApiException.BadRequest(
                    "can't parse inline keyboard: An inline keyboard row must be an array"
                );
            }

            InlineButton[] read = [.. buttons.Select(button => Button(button, localButtons))];
            if (read.Length > 0)
            {
                result.Add(read);
            }
        }

        if (result.Sum(row => row.Count) > MaxButtons)
        {
            throw BotApiException.BadRequest("reply markup is too long");
        }

        return new ReplyMarkup { Rows = result, ForceReply = markup["force_reply"].AsFlag() };
    }

    private static InlineButton Button(JsonNode? node, bool localButtons)
    {
        if (node is not JsonObject button)
        {
            throw BotApiException.BadRequest(
                "can't parse inline keyboard button: InlineKeyboardButton must be an Object"
            );
        }

        if (button["text"] is not JsonValue label || !label.TryGetValue<string>(out var text))
        {
            throw BotApiException.BadRequest(
                "can't parse inline keyboard button: Field \"text\" must be of type String"
            );
        }

        // Telegram takes the first action in its own order and forgets the others.
        var action =
            Array.Find(Actions, button.ContainsKey)
            ?? throw BotApiException.BadRequest("Text buttons are unallowed in the inline keyboard");
        var data = action is "callback_data" ? CallbackData(button[action].AsText()) : null;
        var url = action is "url" ? Address(button[action].AsText(), localButtons) : null;
        return new InlineButton(text, data, url, Extra(button, action));
    }

    private static string CallbackData(string? data) =>
        string.IsNullOrEmpty(data) || Encoding.UTF8.GetByteCount(data) > MaxCallbackData
            ? throw BotApiException.BadRequest("BUTTON_DATA_INVALID")
            : data;

    private static string Address(string? url, bool localButtons)
    {
        var text = url?.Contains("://", StringComparison.Ordinal) == true ? url : $"http://{url}";
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https" or "tg")
            || (address.Scheme is not "tg" && !IsPublic(address) && !(localButtons && address.IsLoopback))
        )
        {
            throw BotApiException.BadRequest("BUTTON_URL_INVALID");
        }

        return address.AbsoluteUri;
    }

    private static bool IsPublic(Uri address)
    {
        if (IPAddress.TryParse(address.Host, out var ip))
        {
            var bytes = ip.GetAddressBytes();
            return !IPAddress.IsLoopback(ip) && bytes[0] != 10 && !(bytes[0] == 192 && bytes[1] == 168);
        }

        return address.Host.Contains('.', StringComparison.Ordinal);
    }

    private static string? Extra(JsonObject button, string action)
    {
        var extra = new JsonObject();
        foreach (var (name, value) in button.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            var said = name is "text" or "callback_data" or "url";
            if (!said && (string.Equals(name, action, StringComparison.Ordinal) || !Actions.Contains(name)))
            {
                extra[name] = value?.DeepClone();
            }
        }

        return extra.Count == 0 ? null : extra.ToJsonString();
    }
}
