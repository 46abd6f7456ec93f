using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.Sandbox;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private BotApiCaller _bot = null!;
    private WebhookReceiver _webhook = null!;

    public async Task InitializeAsync()
    {
        _bot = await BotApiCaller.StartAsync();
        _webhook = await WebhookReceiver.StartAsync();
        await _bot.CallAsync("setWebhook", new { url = _webhook.Url, secret_token = "s-1" });
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _webhook.DisposeAsync();
    }

    [Fact]
    public async Task Updates_carry_the_secret_and_a_growing_id()
    {
        _bot.Telegram.Actions.Say(1, 1, "/start");
        await _webhook.NextAsync();
        _bot.Telegram.Actions.Say(1, 1, "hello");
        await _webhook.NextAsync();
        var updates = _webhook.Updates.ToArray();
        Assert.All(updates, update => Assert.Equal("s-1", update.Secret));
        Assert.True((long)updates[1].Update["update_id"]! > (long)updates[0].Update["update_id"]!);
        Assert.Equal("bot_command", (string)updates[0].Update["message"]!["entities"]![0]!["type"]!);
    }

    [Fact]
    public async Task Failed_update_comes_again_at_once_then_after_2_and_4_seconds_and_blocks_only_its_queue()
    {
        var pauses = new ConcurrentQueue<TimeSpan>();
        var paused = new SemaphoreSlim(0);
        _bot.Clock.Scheduled += due =>
        {
            if (due < TimeSpan.FromSeconds(30))
            {
                pauses.Enqueue(due);
                paused.Release();
            }
        };
        _webhook.Answer = (context, update) =>
        {
            var first = (long?)update["message"]?["chat"]?["id"] == 1;
            context.Response.StatusCode = first ? 500 : 200;
            return Task.CompletedTask;
        };
        _bot.Telegram.Actions.Say(1, 1, "one");
        await _webhook.NextAsync();
        await _webhook.NextAsync();
        Assert.True(await paused.WaitAsync(Patience));
        _bot.Telegram.Actions.Say(1, 1, "behind it");
        _bot.Telegram.Actions.Say(2, 2, "another queue");
        await _webhook.NextAsync();
        _bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await _webhook.NextAsync();
        Assert.True(await paused.WaitAsync(Patience));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], pauses);
        var texts = _webhook.Updates.Select(update => (string)update.Update["message"]!["text"]!);
        Assert.Equal(["one", "one", "another queue", "one"], texts);
        var info = await _bot.CallAsync("getWebhookInfo", new { });
        Assert.Equal(
            "Wrong response from the webhook: 500 Internal Server Error",
            (string)info["result"]!["last_error_message"]!
        );
    }

    [Theory]
    [InlineData(1, null, 0)]
    [InlineData(2, null, 2)]
    [InlineData(4, null, 8)]
    [InlineData(20, null, 60)]
    [InlineData(1, 7, 7)]
    [InlineData(3, 99999, 3600)]
    public void Retry_grows_and_the_bots_own_wish_wins(int failures, int? asked, int expected) =>
        Assert.Equal(
            TimeSpan.FromSeconds(expected),
            WebhookRetry.Delay(failures, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
        );

    [Fact]
    public async Task One_update_per_queue_is_on_its_way_and_taps_of_two_people_run_side_by_side()
    {
        var both = new CountdownEvent(2);
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _webhook.Answer = async (_, _) =>
        {
            if (!both.IsSet && both.Signal())
            {
                together.SetResult();
            }

            await together.Task.WaitAsync(Patience);
        };
        var card = await _bot.SendAsync(BotApiCaller.GroupId);
        _bot.Telegram.Actions.Press(BotApiCaller.GroupId, 1, card, "OK");
        _bot.Telegram.Actions.Press(BotApiCaller.GroupId, 1, card, "OK");
        _bot.Telegram.Actions.Press(BotApiCaller.GroupId, 2, card, "OK");
        await _webhook.NextAsync();
        await _webhook.NextAsync();
        var first = _webhook.Updates.Take(2).Select(update => (long)update.Update["callback_query"]!["from"]!["id"]!);
        Assert.Equal([1L, 2L], first.Order());
        await _webhook.NextAsync();
    }

    [Fact]
    public async Task Tap_that_is_not_accepted_within_150_seconds_is_dropped()
    {
        var expired = new TaskCompletionSource<PendingUpdate>(TaskCreationOptions.RunContinuationsAsynchronously);
        _bot.Telegram.UpdateExpired += update => expired.TrySetResult(update);
        _webhook.Answer = (context, _) =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "150";
            return Task.CompletedTask;
        };
        var pause = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bot.Clock.Scheduled += due => _ = due == TimeSpan.FromSeconds(150) && pause.TrySetResult();
        _bot.Telegram.Actions.Press(1, 1, await _bot.SendAsync(), "yes");
        await pause.Task.WaitAsync(Patience);
        _bot.Clock.Advance(TimeSpan.FromSeconds(150));
        await expired.Task.WaitAsync(Patience);
        Assert.Equal(0, _bot.Telegram.PendingUpdates);
    }

    [Fact]
    public async Task Answer_in_the_webhooks_body_is_executed()
    {
        _webhook.Answer = (context, update) =>
        {
            context.Response.ContentType = "application/json";
            var id = (string)update["callback_query"]!["id"]!;
            return context.Response.WriteAsync(
                $$"""{"method":"answerCallbackQuery","callback_query_id":"{{id}}","text":"Taken","show_alert":true}"""
            );
        };
        var tap = await _bot.Telegram.TapAsync(1, 1, await _bot.SendAsync(), "OK", TimeSpan.FromSeconds(30));
        Assert.True(tap.Answered);
        Assert.Equal("Taken", tap.Text);
        Assert.True(tap.ShowAlert);
    }

    [Fact]
    public async Task Late_repeated_and_unknown_answers_are_refused_in_the_same_words()
    {
        const string tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        var card = await _bot.SendAsync();
        var tap = _bot.Telegram.Actions.Press(1, 1, card, "OK");
        Assert.True((bool)(await _bot.CallAsync("answerCallbackQuery", new { callback_query_id = tap.Id }))["ok"]!);
        Assert.Equal(tooOld, await _bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = tap.Id }));
        var late = _bot.Telegram.Actions.Press(1, 1, card, "OK");
        _bot.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(tooOld, await _bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = late.Id }));
        Assert.Equal(tooOld, await _bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = "1" }));
    }

    [Fact]
    public async Task Polling_is_refused_while_a_webhook_is_set_and_confirms_by_offset_afterwards()
    {
        Assert.StartsWith("Conflict: ", await _bot.RefusalAsync("getUpdates", new { }), StringComparison.Ordinal);
        await _bot.CallAsync("deleteWebhook", new { });
        var waiting = _bot.CallAsync("getUpdates", new { timeout = 50 });
        _bot.Telegram.Actions.Say(1, 1, "hello");
        var update = (await waiting.WaitAsync(Patience))["result"]![0]!;
        Assert.Equal("hello", (string)update["message"]!["text"]!);
        var next = await _bot.CallAsync("getUpdates", new { offset = (long)update["update_id"]! + 1 });
        Assert.Empty(next["result"]!.AsArray());
    }

    [Fact]
    public void Groups_show_the_bot_only_what_is_addressed_to_it()
    {
        _bot.Telegram.SetWebhook(null);
        _bot.Telegram.Actions.Say(BotApiCaller.GroupId, 1, "good morning");
        _bot.Telegram.Actions.Say(BotApiCaller.GroupId, 1, "/start@another_bot");
        Assert.Equal(0, _bot.Telegram.PendingUpdates);
        _bot.Telegram.Actions.Say(BotApiCaller.GroupId, 1, "/help");
        Assert.Equal(1, _bot.Telegram.PendingUpdates);
    }
}
