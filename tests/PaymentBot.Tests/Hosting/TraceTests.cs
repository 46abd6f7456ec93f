using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Erp;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.Hosting;

public sealed class TraceTests : BotTest, IDisposable
{
    private readonly TraceListener _traces = new();
    private readonly SeenHeaders _toErp = new();

    internal override HarnessOptions Options =>
        new()
        {
            Services = services =>
                services.AddKeyedSingleton<HttpMessageHandler>(ErpClientRegistration.HandlerKey, _toErp),
        };

    public void Dispose()
    {
        _traces.Dispose();
        _toErp.Dispose();
    }

    [Fact]
    public async Task From_the_erp_through_queues_and_telegram_back_to_the_erp_is_one_trace()
    {
        using var erp = new Activity("erp").Start();
        var id = await Bot.AnnounceAsync();
        erp.Stop();

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        var names = _traces.Of(erp.TraceId).Select(activity => activity.DisplayName).ToHashSet(StringComparer.Ordinal);
        string[] expected =
        [
            "POST /api/erp/notify",
            "process notifications",
            "process deliveries",
            "sendMessage",
            "decide",
            "process decisions",
            "editMessageText",
        ];
        Assert.Empty(expected.Except(names, StringComparer.Ordinal));
        Assert.Equal(erp.TraceId, ActivityContext.Parse(Assert.Single(_toErp.Traceparents)!, null).TraceId);
    }

    [Fact]
    public async Task Trace_a_webhook_call_brings_along_is_not_believed_but_linked_from_the_decision()
    {
        using var erp = new Activity("erp").Start();
        var id = await Bot.AnnounceAsync();
        erp.Stop();
        using var client = new Activity("client").Start();

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");

        client.Stop();
        Assert.Empty(_traces.Of(client.TraceId));
        var decide = Assert.Single(_traces.Of(erp.TraceId), activity => activity.DisplayName is "decide");
        var tap = Assert.Single(_traces.LinkedFrom(decide));
        Assert.Equal(("POST /api/telegram/webhook", default), (tap.DisplayName, tap.ParentSpanId));
        Assert.Equal(ActivityKind.Server, tap.Kind);
    }

    [Fact]
    public async Task Work_on_a_message_without_a_trace_begins_one()
    {
        var function = Bot.Services.GetRequiredService<IQueueSender>();
        using var elsewhere = new Activity("elsewhere").Start();

        await function.PutAsync(
            QueueName.Notifications,
            """{"v":1,"data":{"requestKey":"none"}}""",
            TimeSpan.Zero,
            CancellationToken.None
        );
        await Bot.SettleAsync();

        Assert.Empty(_traces.Of(elsewhere.TraceId));
    }

    [Fact]
    public async Task Failing_call_of_the_erp_stays_in_its_trace_without_words_of_the_exception()
    {
        using var erp = new Activity("erp").Start();

        Assert.Equal(400, (await Bot.Erp.PeopleAsync("{}")).Status / 100 * 100);

        erp.Stop();
        var call = Assert.Single(_traces.Of(erp.TraceId));
        Assert.True(call.HasRemoteParent);
        Assert.Equal(
            ["http.request.method", "http.response.status_code", "http.route"],
            call.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal)
        );
    }
}
