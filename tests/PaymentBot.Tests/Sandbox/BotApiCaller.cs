using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Sandbox;

/// <summary>Calls the stand-in as a bot would, with nothing of the bot's own code.</summary>
internal sealed class BotApiCaller : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private BotApiCaller(TelegramStandIn telegram, ManualTimeProvider clock)
    {
        Telegram = telegram;
        Clock = clock;
    }

    public const long GroupId = -1001234567890;

    public const long ForumId = -1001234567891;

    public TelegramStandIn Telegram { get; }

    public ManualTimeProvider Clock { get; }

    public static async Task<BotApiCaller> StartAsync(bool enforceRates = false)
    {
        var clock = new ManualTimeProvider();
        var options = new TelegramStandInOptions
        {
            EnforceRates = enforceRates,
            Users =
            [
                new TelegramUser(1, "Anna"),
                new TelegramUser(2, "Boris", LanguageCode: "en"),
                new TelegramUser(3, "Stranger", Started: false),
            ],
            Groups =
            [
                new TelegramGroup(GroupId, "Treasury", [1, 2]),
                new TelegramGroup(ForumId, "Forum", [1, 2])
                {
                    Creator = 1,
                    Topics = [new ForumTopic(2, "First"), new ForumTopic(3, "Second")],
                },
            ],
        };
        return new BotApiCaller(await TelegramStandIn.StartAsync(options, clock), clock);
    }

    public async Task<JsonObject> CallAsync(string method, object parameters)
    {
        using var response = await RespondAsync(method, JsonContent.Create(parameters));
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public Task<HttpResponseMessage> RespondAsync(string method, HttpContent content, string? token = null) =>
        _http.PostAsync(new Uri(Telegram.Address, $"/bot{token ?? Telegram.BotToken}/{method}"), content);

    /// <summary>The description of a refused call.</summary>
    public async Task<string> RefusalAsync(string method, object parameters)
    {
        var answer = await CallAsync(method, parameters);
        Assert.False((bool)answer["ok"]!, answer.ToJsonString());
        return (string)answer["description"]!;
    }

    /// <summary>Sends a message with one button and returns its id.</summary>
    public async Task<long> SendAsync(long chatId = 1, string text = "card", string data = "yes")
    {
        var answer = await CallAsync(
            "sendMessage",
            new
            {
                chat_id = chatId,
                text,
                reply_markup = Keyboard(data),
            }
        );
        return (long)answer["result"]!["message_id"]!;
    }

    public static object Keyboard(string data) =>
        new { inline_keyboard = new[] { new[] { new { text = "OK", callback_data = data } } } };

    public async ValueTask DisposeAsync()
    {
        await Telegram.DisposeAsync();
        _http.Dispose();
    }
}
