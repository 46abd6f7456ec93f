using System.Text.Json.Nodes;
using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.Sandbox;

public sealed class TelegramStandInTopicsTests : IAsyncLifetime
{
    private const long Forum = BotApiCaller.ForumId;

    private BotApiCaller _bot = null!;

    public async Task InitializeAsync() => _bot = await BotApiCaller.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Message_goes_into_its_topic_and_without_a_number_into_general()
    {
        var topic = (await SendAsync(2))["result"]!;
        Assert.Equal(2, (long)topic["message_thread_id"]!);
        Assert.True((bool)topic["is_topic_message"]!);
        Assert.True((bool)topic["chat"]!["is_forum"]!);
        var general = (await SendAsync(null))["result"]!;
        Assert.Null(general["message_thread_id"]);
        Assert.Equal([2L, null], _bot.Telegram.World.Messages(Forum)!.Select(message => message.ThreadId));
    }

    [Theory]
    [InlineData(Forum, 1)]
    [InlineData(Forum, 4)]
    [InlineData(BotApiCaller.GroupId, 2)]
    public async Task Topic_that_does_not_exist_is_refused(long chatId, long topic) =>
        Assert.Equal(
            "Bad Request: message thread not found",
            await _bot.RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = chatId,
                    text = "x",
                    message_thread_id = topic,
                }
            )
        );

    [Theory]
    [InlineData(2L)]
    [InlineData(null)]
    public async Task Closed_topic_takes_nothing_until_it_opens(long? topic)
    {
        _bot.Telegram.Topics.SetClosed(Forum, topic, true, 1);
        Assert.Equal("Bad Request: TOPIC_CLOSED", (string)(await SendAsync(topic))["description"]!);
        Assert.Throws<SandboxException>(() => _bot.Telegram.Actions.Say(Forum, 2, "x", new Saying(ThreadId: topic)));
        _bot.Telegram.Topics.SetClosed(Forum, topic, false, 1);
        Assert.True((bool)(await SendAsync(topic))["ok"]!);
        Assert.Equal(
            ["forum_topic_closed", "forum_topic_reopened", null],
            _bot.Telegram.World.Messages(Forum)!.Select(message => message.Service)
        );
    }

    [Fact]
    public async Task Deleted_topic_takes_its_messages_with_it()
    {
        await SendAsync(2);
        await SendAsync(3);
        _bot.Telegram.Topics.Delete(Forum, 2);
        Assert.Equal(3, Assert.Single(_bot.Telegram.World.Messages(Forum)!).ThreadId);
        Assert.Equal("Bad Request: message thread not found", (string)(await SendAsync(2))["description"]!);
    }

    [Theory]
    [InlineData(1, "creator")]
    [InlineData(2, "member")]
    [InlineData(3, "left")]
    public async Task Standing_of_a_member_is_told(long userId, string status)
    {
        var answer = await _bot.CallAsync("getChatMember", new { chat_id = Forum, user_id = userId });
        Assert.Equal(status, (string)answer["result"]!["status"]!);
        Assert.Equal(userId, (long)answer["result"]!["user"]!["id"]!);
    }

    [Fact]
    public async Task Administrators_are_listed_and_unknown_people_are_refused()
    {
        var answer = await _bot.CallAsync("getChatAdministrators", new { chat_id = Forum });
        Assert.Equal(1, (long)Assert.Single(answer["result"]!.AsArray())!["user"]!["id"]!);
        Assert.Equal(
            "Bad Request: PARTICIPANT_ID_INVALID",
            await _bot.RefusalAsync("getChatMember", new { chat_id = Forum, user_id = 77 })
        );
    }

    [Fact]
    public void Administrator_can_write_in_the_name_of_the_group_and_nobody_else()
    {
        var said = _bot.Telegram.Actions.Say(Forum, 1, "/where", new Saying(ThreadId: 2, Anonymous: true));
        Assert.True(said.Anonymous);
        Assert.Throws<SandboxException>(() => _bot.Telegram.Actions.Say(Forum, 2, "x", new Saying(Anonymous: true)));
    }

    [Fact]
    public async Task Silenced_bot_may_not_write_and_may_ask()
    {
        _bot.Telegram.Actions.SetMembership(Forum, BotMembership.Silenced, 1);
        Assert.Equal(
            "Bad Request: not enough rights to send text messages to the chat",
            (string)(await SendAsync(null))["description"]!
        );
        Assert.True((bool)(await _bot.CallAsync("getChatMember", new { chat_id = Forum, user_id = 1 }))["ok"]!);
    }

    private Task<JsonObject> SendAsync(long? topic) =>
        topic is null
            ? _bot.CallAsync("sendMessage", new { chat_id = Forum, text = "card" })
            : _bot.CallAsync(
                "sendMessage",
                new
                {
                    chat_id = Forum,
                    text = "card",
                    message_thread_id = topic,
                }
            );
}
