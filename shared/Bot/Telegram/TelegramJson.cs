using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Telegram;

/// <summary>
/// How JSON of the Bot API is read and written. Of what Telegram sends, only the members the bot uses are read: the others cannot cost an update when Telegram
/// changes them, and need no time at start. Whoever uses another member adds it here; a test compares the list with the code.
/// </summary>
public static class TelegramJson
{
    private const int MaxCuts = 16;

    private static readonly Dictionary<Type, Members> Known = new()
    {
        [typeof(Update)] = new(
            ["update_id"],
            ["message", "callback_query", "my_chat_member", "inline_query", "chosen_inline_result"]
        ),
        [typeof(Message)] = new(
            ["message_id", "date", "chat"],
            [
                "from",
                "sender_chat",
                "via_bot",
                "text",
                "message_thread_id",
                "is_topic_message",
                "document",
                "photo",
                "migrate_to_chat_id",
                "migrate_from_chat_id",
                "forum_topic_closed",
                "forum_topic_reopened",
            ]
        ),
        [typeof(Chat)] = new(["id", "type"], ["title", "username"]),
        [typeof(User)] = new(
            ["id", "is_bot", "first_name"],
            ["last_name", "username", "language_code", "supports_inline_queries"]
        ),
        [typeof(CallbackQuery)] = new(["id", "from"], ["message", "inline_message_id", "data"]),
        [typeof(ChatMemberUpdated)] = new(["chat", "from"], ["old_chat_member", "new_chat_member"]),
        [typeof(InlineQuery)] = new(["id", "from", "query"], ["offset", "chat_type"]),
        [typeof(ChosenInlineResult)] = new(["result_id", "from"], ["inline_message_id", "query"]),
        [typeof(Document)] = new(["file_id"], []),
        [typeof(PhotoSize)] = new(["file_id"], []),
    };

    /// <summary>They tell who speaks: a message that lost one of them would pass for another's.</summary>
    private static readonly string[] NeverCut = ["via_bot", "sender_chat", "from", "chat"];

    /// <summary>The package's own options, which its requests use too; closed by their first use, so a client asks for them first.</summary>
    internal static JsonSerializerOptions Options { get; } = Prepared();

    /// <summary>What is read of each type, by the names on the wire; for the test that compares it with the code.</summary>
    internal static Dictionary<Type, string[]> ReadMembers =>
        Known.ToDictionary(pair => pair.Key, pair => (string[])[.. pair.Value.Required, .. pair.Value.Optional]);

    /// <summary>
    /// Reads an update. Unknown kinds, members and values are tolerated; a member that has a shape of its own is left out, unless the update would be another
    /// without it.
    /// </summary>
    /// <param name="utf8">The body of a webhook call.</param>
    /// <returns>The update. A membership may lack its <see cref="ChatMemberUpdated.NewChatMember"/>: a standing that nobody knows yet.</returns>
    /// <exception cref="JsonException">Not JSON, not an update, or nested deeper than 64 levels.</exception>
    public static Update ParseUpdate(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, TypeInfo<Update>()) ?? throw new JsonException("No update.");
        }
        catch (JsonException exception)
        {
            return ParseWithout(utf8, exception);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or ArgumentException)
        {
            // Converters of the package: a member without a status, a date beyond the calendar.
            throw new JsonException("No update.", exception);
        }
    }

    /// <summary>Writes a call that Telegram makes when it stands in the answer to a webhook call; its outcome stays unseen.</summary>
    /// <param name="request">The call.</param>
    /// <returns>JSON for the body, content type <c>application/json</c>.</returns>
    /// <exception cref="ArgumentException">Telegram would misread the request.</exception>
    /// <remarks>Source: https://core.telegram.org/bots/api#making-requests-when-getting-updates.</remarks>
    public static byte[] WebhookReply(IRequest request)
    {
        RequestCheck.Check(request);
        request.IsWebhookResponse = true;
        return JsonSerializer.SerializeToUtf8Bytes(request, Options.GetTypeInfo(request.GetType()));
    }

    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Prepared()
    {
        var options = JsonBotAPI.Options;
        options.TypeInfoResolverChain.Insert(0, TelegramJsonContext.Default);
        options.TypeInfoResolverChain.Insert(1, JsonBotSerializerContext.Default.WithAddedModifier(LeaveOutUnread));
        options.Converters.Add(new ParseModeConverter());
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        // Cyrillic stays two bytes a letter; the body is never part of an HTML page.
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }

    private static void LeaveOutUnread(JsonTypeInfo type)
    {
        if (!Known.TryGetValue(type.Type, out var members))
        {
            return;
        }

        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            var property = type.Properties[index];
            if (members.Required.Contains(property.Name))
            {
                property.IsRequired = true;
                property.IsSetNullable = property.IsSetNullable && property.PropertyType.IsValueType;
            }
            else if (!members.Optional.Contains(property.Name))
            {
                type.Properties.RemoveAt(index);
            }
        }
    }

    private static Update ParseWithout(ReadOnlySpan<byte> utf8, JsonException fault)
    {
        JsonNode? tree = null;
        for (var cut = 0; cut < MaxCuts && StepsOf(fault) is { } steps; cut++)
        {
            tree ??= JsonNode.Parse(utf8);
            if (!Cut(tree, steps))
            {
                break;
            }

            try
            {
                return tree.Deserialize(TypeInfo<Update>())!;
            }
            catch (JsonException next)
            {
                fault = next;
            }
        }

        throw fault;
    }

    /// <summary>The members that lead to a fault, such as <c>message</c> and <c>photo</c> for <c>$.message.photo[0].file_id</c>; null for a whole kind of update.</summary>
    private static string[]? StepsOf(JsonException fault)
    {
        var path = (fault.Path ?? "").Split('[')[0];
        return path.Split('.')[1..] is { Length: > 1 } steps && !NeverCut.Contains(steps[^1]) ? steps : null;
    }

    private static bool Cut(JsonNode? tree, string[] steps)
    {
        var owner = steps[..^1].Aggregate(tree, (node, step) => (node as JsonObject)?[step]);
        return owner is JsonObject members && members.Remove(steps[^1]);
    }

    /// <summary>Members by their names on the wire.</summary>
    private sealed record Members(string[] Required, string[] Optional);

    /// <summary>Spells parse modes as the Bot API's page does; the package would write <c>Html</c>.</summary>
    private sealed class ParseModeConverter : JsonConverter<ParseMode>
    {
        public override ParseMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Parse modes are sent, never received.");

        public override void Write(Utf8JsonWriter writer, ParseMode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value is ParseMode.Html ? "HTML" : value.ToString());
    }
}
