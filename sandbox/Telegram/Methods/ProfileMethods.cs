using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>getMe and setMyCommands.</summary>
internal sealed class ProfileMethods(TelegramStandInOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _commands = new(StringComparer.Ordinal);

    /// <summary>The command lists as JSON, by <c>scope/language</c>.</summary>
    public IReadOnlyDictionary<string, string> Commands
    {
        get
        {
            lock (_gate)
            {
                return _commands.ToDictionary(StringComparer.Ordinal);
            }
        }
    }

    public JsonNode GetMe(BotApiRequest request)
    {
        _ = request;
        var bot = WireFormat.Bot(options);
        bot["can_join_groups"] = true;
        bot["can_read_all_group_messages"] = false;
        bot["supports_inline_queries"] = false;
        return bot;
    }

    public JsonNode SetMyCommands(BotApiRequest request)
    {
        if (request.Json("commands") is not JsonArray { Count: <= 100 } commands)
        {
            throw BotApiException.BadRequest("can't parse commands list");
        }

        foreach (var command in commands)
        {
            Demand(command?["command"].AsText(), command?["description"].AsText());
        }

        var scope = (request.Json("scope") as JsonObject)?["type"].AsText() ?? "default";
        lock (_gate)
        {
            _commands[$"{scope}/{request.Text("language_code")}"] = commands.ToJsonString();
        }

        return JsonValue.Create(true);
    }

    private static void Demand(string? name, string? description)
    {
        var wellNamed =
            name is { Length: >= 1 and <= 32 }
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        if (!wellNamed)
        {
            throw BotApiException.BadRequest("BOT_COMMAND_INVALID");
        }

        if (description is not { Length: >= 1 and <= 256 })
        {
            throw BotApiException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }
}
