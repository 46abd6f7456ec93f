using PaymentBot.Sandbox;

namespace PaymentBot.Tests.Sandbox;

/// <summary>Inline queries in the stand-in, as the server that runs api.telegram.org has them.</summary>
public sealed class TelegramStandInInlineTests : IAsyncLifetime
{
    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    private BotApiCaller _bot = null!;

    public async Task InitializeAsync() => _bot = await BotApiCaller.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Chosen_result_lies_in_the_chat_and_is_edited_by_its_own_id_alone()
    {
        var session = _bot.Telegram.Inline.Ask(BotApiCaller.GroupId, 1, "x");
        await AnswerAsync(session.Id, Article("one"));

        var message = _bot.Telegram.Inline.Choose(session.Id, 1, "one");
        Assert.Equal((BotApiCaller.GroupId, "one", true), (message.ChatId, message.Text.Plain, message.ViaBot));
        Assert.Equal(
            "Bad Request: message can't be edited",
            await _bot.RefusalAsync(
                "editMessageText",
                new
                {
                    chat_id = message.ChatId,
                    message_id = message.MessageId,
                    text = "two",
                }
            )
        );
        var edited = await _bot.CallAsync(
            "editMessageText",
            new { inline_message_id = message.InlineMessageId, text = "two" }
        );

        Assert.True((bool)edited["result"]!);
        Assert.Equal("two", _bot.Telegram.World.Message(message.ChatId, message.MessageId)!.Text.Plain);
        Assert.Equal(
            "Bad Request: MESSAGE_ID_INVALID",
            await _bot.RefusalAsync("editMessageText", new { inline_message_id = "gone", text = "two" })
        );
    }

    [Fact]
    public async Task Answer_comes_in_time_and_once()
    {
        var late = _bot.Telegram.Inline.Ask(1, 1, "x");
        _bot.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TooOld, await _bot.RefusalAsync("answerInlineQuery", Reply(late.Id, Article("one"))));
        Assert.Equal(TooOld, await _bot.RefusalAsync("answerInlineQuery", Reply("nobody's", Article("one"))));

        var twice = _bot.Telegram.Inline.Ask(1, 1, "x");
        await AnswerAsync(twice.Id, Article("one"));
        Assert.Equal(TooOld, await _bot.RefusalAsync("answerInlineQuery", Reply(twice.Id, Article("one"))));
    }

    [Fact]
    public async Task Results_are_held_to_the_limits()
    {
        var id = _bot.Telegram.Inline.Ask(1, 1, "x").Id;
        Assert.Equal(
            "Bad Request: RESULT_ID_DUPLICATE",
            await _bot.RefusalAsync("answerInlineQuery", Reply(id, Article("one"), Article("one")))
        );
        Assert.Equal(
            "Bad Request: RESULT_ID_INVALID",
            await _bot.RefusalAsync("answerInlineQuery", Reply(id, Article(new string('x', 65))))
        );
        Assert.Equal(
            "Bad Request: RESULTS_TOO_MUCH",
            await _bot.RefusalAsync(
                "answerInlineQuery",
                Reply(id, [.. Enumerable.Range(0, 51).Select(number => Article($"{number}"))])
            )
        );
    }

    [Fact]
    public void Nobody_asks_in_a_chat_of_others_or_chooses_for_others()
    {
        Assert.Throws<SandboxException>(() => _bot.Telegram.Inline.Ask(BotApiCaller.GroupId, 3, "x"));
        Assert.Throws<SandboxException>(() => _bot.Telegram.Inline.Ask(2, 1, "x"));
        var session = _bot.Telegram.Inline.Ask(1, 1, "x");
        Assert.Throws<SandboxException>(() => _bot.Telegram.Inline.Choose(session.Id, 2, "one"));
        Assert.Throws<SandboxException>(() => _bot.Telegram.Inline.Choose(session.Id, 1, "one"));
    }

    private static object Article(string id) =>
        new
        {
            type = "article",
            id,
            title = "title",
            input_message_content = new { message_text = id },
            reply_markup = BotApiCaller.Keyboard("yes"),
        };

    private static object Reply(string queryId, params object[] results) => new { inline_query_id = queryId, results };

    private async Task AnswerAsync(string queryId, params object[] results) =>
        Assert.True((bool)(await _bot.CallAsync("answerInlineQuery", Reply(queryId, results)))["ok"]!);
}
