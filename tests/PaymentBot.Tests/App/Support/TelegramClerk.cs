using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Support;

/// <summary>Telegram's side of the webhook, update by update: what people tap and write.</summary>
internal sealed class TelegramClerk(BotHarness harness, TelegramStandIn standIn, TelegramStandInOptions options)
    : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private long _lastUpdate = 100_000;

    public TelegramStandIn StandIn => standIn;

    public TelegramTape Tape { get; } = new(harness.Clock);

    public IReadOnlyList<ChatMessage> Messages(long chatId) => standIn.World.Messages(chatId)!;

    /// <summary>The cards of a request in a chat, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Cards(long chatId, string requestId)
    {
        var number = harness.Erp.Number(requestId);
        return
        [
            .. Messages(chatId)
                .Where(message =>
                    message.ByBot
                    && StartsWithAmount(message.Text)
                    && message.Text.Plain.Contains(number, StringComparison.Ordinal)
                ),
        ];
    }

    /// <summary>The only card of a request in a chat.</summary>
    public ChatMessage Card(long chatId, string requestId) => Assert.Single(Cards(chatId, requestId));

    public ChatMessage Card(SandboxPerson person, string requestId) => Card(person.Telegram.Id, requestId);

    public string Text(SandboxPerson person, string requestId) => Card(person, requestId).Text.Plain;

    public string[] Buttons(SandboxPerson person, string requestId) => Buttons(Card(person, requestId));

    /// <summary>The buttons of a card but for the one that tells its way, which every card in a private chat has.</summary>
    public static string[] Buttons(ChatMessage card) =>
        [
            .. card
                .Markup.Buttons.Select(button => button.Text)
                .Where(text => !text.StartsWith("🕓", StringComparison.Ordinal)),
        ];

    /// <summary>The last thing the bot said in a chat.</summary>
    public ChatMessage Last(long chatId) => Messages(chatId).Last(message => message.ByBot);

    /// <summary>Taps the button whose text contains a word, on the person's only card of a request.</summary>
    public async Task<string?> TapAsync(SandboxPerson person, string requestId, string word)
    {
        var card = Card(person, requestId);
        var result = await TapAsync(person.Telegram.Id, card, Data(card, word));
        Assert.Equal(200, result.Status);
        return result.Toast;
    }

    public Task<TapResult> TapAsync(long userId, ChatMessage message, string data) =>
        PostAsync(NextId(), "callback_query", TapOf(userId, message, data));

    public static string Data(ChatMessage card, string word)
    {
        var button = card.Markup.Buttons.FirstOrDefault(button => button.Text.Contains(word, StringComparison.Ordinal));
        Assert.True(button is not null, $"No button \"{word}\" on: {card.Text.Plain}");
        return button.CallbackData!;
    }

    public JsonObject TapOf(long userId, ChatMessage message, string data) =>
        new()
        {
            ["id"] = $"42{_lastUpdate}",
            ["from"] = WireFormat.User(User(userId)),
            ["message"] = standIn.World.Within(message.ChatId, chat => WireFormat.Message(message, chat, options)),
            ["chat_instance"] = "1",
            ["data"] = data,
        };

    /// <summary>Writes in a private chat.</summary>
    public async Task SayAsync(SandboxPerson person, string? text, long? replyTo = null)
    {
        var chatId = person.Telegram.Id;
        var said = standIn.Actions.Say(chatId, chatId, text ?? "\u2063", replyTo);
        var json = standIn.World.Within(chatId, chat => WireFormat.Message(said, chat, options));
        if (text is null)
        {
            json.Remove("text");
            json["sticker"] = new JsonObject { ["file_id"] = "s", ["file_unique_id"] = "s" };
        }

        Assert.Equal(200, (await PostAsync(NextId(), "message", json)).Status);
    }

    /// <summary>Writes in any chat, as any user.</summary>
    /// <returns>What the bot answered at once, or null.</returns>
    public async Task<string?> SayAsync(long chatId, TelegramUser user, string text, long? updateId = null)
    {
        var said = standIn.Actions.Say(chatId, user.Id, text);
        var json = standIn.World.Within(chatId, chat => WireFormat.Message(said, chat, options));
        var result = await PostAsync(updateId ?? NextId(), "message", json);
        Assert.Equal(200, result.Status);
        return result.Toast;
    }

    /// <summary>Writes in a group: in a topic, or in the group's name.</summary>
    public async Task SayAsync(long chatId, TelegramUser user, string text, Saying how, long? updateId = null)
    {
        var said = standIn.Actions.Say(chatId, user.Id, text, how);
        await OfferAsync(said, updateId);
    }

    /// <summary>Hands a message of a chat to the bot as it is now, a service message too.</summary>
    public async Task OfferAsync(ChatMessage message, long? updateId = null)
    {
        var json = standIn.World.Within(message.ChatId, chat => WireFormat.Message(message, chat, options));
        Assert.Equal(200, (await PostAsync(updateId ?? NextId(), "message", json)).Status);
    }

    /// <summary>Changes the bot's standing in a group; the bot is told only when wished.</summary>
    public async Task SetMembershipAsync(long chatId, BotMembership membership, TelegramUser by, bool tell = true)
    {
        standIn.Actions.SetMembership(chatId, membership, by.Id);
        if (!tell)
        {
            return;
        }

        var member = new JsonObject
        {
            ["user"] = WireFormat.Bot(options),
            ["status"] = membership switch
            {
                BotMembership.Member => "member",
                BotMembership.Silenced => "restricted",
                _ => "kicked",
            },
            ["can_send_messages"] = membership == BotMembership.Member,
        };
        var update = new JsonObject
        {
            ["chat"] = standIn.World.Within(chatId, WireFormat.Chat),
            ["from"] = WireFormat.User(by),
            ["date"] = harness.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = member.DeepClone(),
            ["new_chat_member"] = member,
        };
        Assert.Equal(200, (await PostAsync(NextId(), "my_chat_member", update)).Status);
    }

    /// <summary>Blocks or unblocks the bot; the bot is told only when wished.</summary>
    public async Task SetBlockedAsync(SandboxPerson person, bool blocked, bool tell)
    {
        var id = person.Telegram.Id;
        standIn.Actions.SetBlocked(id, blocked);
        if (!tell)
        {
            return;
        }

        JsonObject Member(bool out_) =>
            new()
            {
                ["user"] = WireFormat.Bot(options),
                ["status"] = out_ ? "kicked" : "member",
                ["until_date"] = 0,
            };
        var update = new JsonObject
        {
            ["chat"] = standIn.World.Within(id, WireFormat.Chat),
            ["from"] = WireFormat.User(person.Telegram),
            ["date"] = harness.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = Member(!blocked),
            ["new_chat_member"] = Member(blocked),
        };
        Assert.Equal(200, (await PostAsync(NextId(), "my_chat_member", update)).Status);
    }

    public long NextId() => Interlocked.Increment(ref _lastUpdate);

    public Task<TapResult> PostAsync(long updateId, string kind, JsonNode payload) =>
        PostAsync(
            new JsonObject { ["update_id"] = updateId, [kind] = payload }.ToJsonString(),
            BotSettings.WebhookSecret
        );

    public async Task<TapResult> PostAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(harness.BotUrl, "/api/telegram/webhook"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.OK || text.Length == 0)
        {
            return new TapResult((int)response.StatusCode, null);
        }

        var reply = (JsonObject)JsonNode.Parse(text)!;
        if ((string?)reply["method"] is "sendMessage")
        {
            await CarryOutAsync(reply);
        }
        else
        {
            Tape.AddReply(reply);
        }

        return new TapResult(200, (string?)reply["text"]);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends what the bot put into its answer, as Telegram does.</summary>
    private async Task CarryOutAsync(JsonObject reply)
    {
        var parameters = (JsonObject)reply.DeepClone();
        parameters.Remove("method");
        using var content = new StringContent(parameters.ToJsonString(), Encoding.UTF8, "application/json");
        var address = new Uri(standIn.Address, $"/bot{standIn.BotToken}/sendMessage");
        using var response = await _http.PostAsync(address, content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>As only cards do: "84 300,00 ₽", "RUB 84,300.00" or "≈ 84 000 ₽" in bold.</summary>
    private static bool StartsWithAmount(FormattedText text) =>
        text.Html.StartsWith("<b>", StringComparison.Ordinal)
        && text.Plain.TrimStart('≈', '\u00A0') is [var first, _, _, var fourth, ..]
        && (char.IsAsciiDigit(first) || fourth == '\u00A0');

    private TelegramUser User(long id) => standIn.World.User(id)!;
}
