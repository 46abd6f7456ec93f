using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>What the bot is and what it says of itself: getMe, commands, descriptions, menu button.</summary>
internal sealed class ProfileMethods(TelegramStandInOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _descriptions = new(StringComparer.Ordinal);
    private string _menuButton = "default";

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
        bot["supports_inline_queries"] = options.InlineMode;
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

        lock (_gate)
        {
            _commands[KeyOf(request)] = commands.ToJsonString();
        }

        return JsonValue.Create(true);
    }

    public JsonNode GetMyCommands(BotApiRequest request)
    {
        lock (_gate)
        {
            return JsonNode.Parse(_commands.GetValueOrDefault(KeyOf(request), "[]"))!;
        }
    }

    public JsonNode SetMyDescription(BotApiRequest request) => Describe(request, "description", 512);

    public JsonNode SetMyShortDescription(BotApiRequest request) => Describe(request, "short_description", 120);

    public JsonNode GetMyDescription(BotApiRequest request) => Description(request, "description");

    public JsonNode GetMyShortDescription(BotApiRequest request) => Description(request, "short_description");

    public JsonNode SetChatMenuButton(BotApiRequest request)
    {
        var type = (request.Json("menu_button") as JsonObject)?["type"].AsText() ?? "default";
        if (type is not ("commands" or "default" or "web_app"))
        {
            throw BotApiException.BadRequest("MenuButton has unsupported type");
        }

        lock (_gate)
        {
            _menuButton = type;
        }

        return JsonValue.Create(true);
    }

    public JsonNode GetChatMenuButton(BotApiRequest request)
    {
        _ = request;
        lock (_gate)
        {
            return new JsonObject { ["type"] = _menuButton };
        }
    }

    private static string KeyOf(BotApiRequest request)
    {
        var scope = (request.Json("scope") as JsonObject)?["type"].AsText() ?? "default";
        return $"{scope}/{request.Text("language_code")}";
    }

    private JsonValue Describe(BotApiRequest request, string field, int max)
    {
        var text = request.Text(field) ?? string.Empty;
        if (text.Length > max)
        {
            throw BotApiException.BadRequest("BOT_DESCRIPTION_TOO_LONG");
        }

        lock (_gate)
        {
            _descriptions[$"{field}/{request.Text("language_code")}"] = text;
        }

        return JsonValue.Create(true);
    }

    private JsonObject Description(BotApiRequest request, string field)
    {
        lock (_gate)
        {
            var text = _descriptions.GetValueOrDefault($"{field}/{request.Text("language_code")}", string.Empty);
            return new JsonObject { [field] = text };
        }
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
