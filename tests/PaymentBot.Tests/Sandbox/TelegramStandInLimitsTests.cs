namespace PaymentBot.Tests.Sandbox;

public sealed class TelegramStandInLimitsTests : IAsyncLifetime
{
    private BotApiCaller _bot = null!;

    public async Task InitializeAsync() => _bot = await BotApiCaller.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Text_of_4096_code_points_passes_and_one_more_does_not()
    {
        var longest = string.Concat(Enumerable.Repeat("😀", 4096));
        Assert.True((bool)(await _bot.CallAsync("sendMessage", new { chat_id = 1, text = longest }))["ok"]!);
        Assert.Equal(
            "Bad Request: message is too long",
            await _bot.RefusalAsync("sendMessage", new { chat_id = 1, text = longest + "!" })
        );
    }

    [Fact]
    public async Task Limits_count_the_text_after_parsing()
    {
        var text = $"<b>{new string('x', 4090)}</b>&lt;&amp;";
        var answer = await _bot.CallAsync(
            "sendMessage",
            new
            {
                chat_id = 1,
                text,
                parse_mode = "HTML",
            }
        );
        Assert.Equal(4092, ((string)answer["result"]!["text"]!).Length);
        Assert.Equal("bold", (string)answer["result"]!["entities"]![0]!["type"]!);
    }

    [Theory]
    [InlineData("   ", "Bad Request: message text is empty")]
    [InlineData("<b>x", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("ы<br>", "Bad Request: can't parse entities: Unsupported start tag \"br\" at byte offset 2")]
    [InlineData(
        "<b>x</i>",
        "Bad Request: can't parse entities: Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""
    )]
    [InlineData("x</b>", "Bad Request: can't parse entities: Unexpected end tag at byte offset 1")]
    [InlineData("<b", "Bad Request: can't parse entities: Unclosed start tag at byte offset 0")]
    public async Task Broken_html_is_refused_in_telegrams_words(string text, string expected) =>
        Assert.Equal(
            expected,
            await _bot.RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = 1,
                    text,
                    parse_mode = "HTML",
                }
            )
        );

    [Theory]
    [InlineData("", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя", "Bad Request: BUTTON_DATA_INVALID")]
    public async Task Callback_data_is_1_to_64_bytes(string data, string expected) =>
        Assert.Equal(
            expected,
            await _bot.RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = 1,
                    text = "x",
                    reply_markup = BotApiCaller.Keyboard(data),
                }
            )
        );

    [Theory]
    [InlineData("http://127.0.0.1:5081/x")]
    [InlineData("http://localhost/")]
    [InlineData("javascript://alert")]
    public async Task Button_addresses_must_be_public(string url)
    {
        var markup = new { inline_keyboard = new[] { new[] { new { text = "x", url } } } };
        Assert.Equal(
            "Bad Request: BUTTON_URL_INVALID",
            await _bot.RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = 1,
                    text = "x",
                    reply_markup = markup,
                }
            )
        );
    }

    [Fact]
    public async Task Wrong_token_wrong_method_and_wrong_chat_are_told_apart()
    {
        using var empty = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var wrong = await _bot.RespondAsync("getMe", empty, "1:other");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("Not Found: method not found", await _bot.RefusalAsync("sendRocket", new { }));
        Assert.Equal(
            "Bad Request: chat not found",
            await _bot.RefusalAsync("sendMessage", new { chat_id = 99, text = "x" })
        );
        Assert.Equal(
            "Forbidden: bot can't initiate conversation with a user",
            await _bot.RefusalAsync("sendMessage", new { chat_id = 3, text = "x" })
        );
    }

    [Fact]
    public async Task Blocked_person_gets_nothing_and_the_bot_hears_of_it()
    {
        _bot.Telegram.Actions.SetBlocked(1, blocked: true);
        Assert.Equal(
            "Forbidden: bot was blocked by the user",
            await _bot.RefusalAsync("sendMessage", new { chat_id = 1, text = "x" })
        );
        var updates = await _bot.CallAsync("getUpdates", new { });
        Assert.Equal("kicked", (string)updates["result"]![0]!["my_chat_member"]!["new_chat_member"]!["status"]!);
    }

    [Fact]
    public async Task Rates_are_enforced_per_private_chat_per_group_and_in_all()
    {
        await using var strict = await BotApiCaller.StartAsync(enforceRates: true);
        for (var i = 0; i < 3; i++)
        {
            await strict.SendAsync();
        }

        Assert.Equal(
            "Too Many Requests: retry after 1",
            await strict.RefusalAsync(
                "editMessageText",
                new
                {
                    chat_id = 1,
                    message_id = 1,
                    text = "new",
                }
            )
        );
        strict.Clock.Advance(TimeSpan.FromSeconds(1));
        await strict.SendAsync();
        for (var i = 0; i < 20; i++)
        {
            await strict.SendAsync(BotApiCaller.GroupId);
        }

        using var body = System.Net.Http.Json.JsonContent.Create(new { chat_id = BotApiCaller.GroupId, text = "x" });
        using var refused = await strict.RespondAsync("sendMessage", body);
        Assert.Equal("60", refused.Headers.RetryAfter?.ToString());
        Assert.Contains("\"retry_after\":60", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Injected_faults_fail_the_next_calls_of_the_method_and_then_stop()
    {
        _bot.Telegram.Faults.Add(new(429, RetryAfter: 3, Times: 2, Method: "sendMessage"));
        Assert.True((bool)(await _bot.CallAsync("getMe", new { }))["ok"]!);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                "Too Many Requests: retry after 3",
                await _bot.RefusalAsync("sendMessage", new { chat_id = 1, text = "x" })
            );
        }

        Assert.Equal(1, await _bot.SendAsync());
        _bot.Telegram.Faults.Add(new(500, AfterExecution: true));
        Assert.Equal("Internal Server Error", await _bot.RefusalAsync("sendMessage", new { chat_id = 1, text = "x" }));
        Assert.Equal(2, _bot.Telegram.World.Messages(1)!.Count);
    }
}
