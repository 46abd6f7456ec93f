using PaymentBot.EndToEnd.Processes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosting;

public sealed class OtlpTests : IAsyncLifetime
{
    private const string Traces = "/v1/traces";
    private const string Metrics = "/v1/metrics";

    private OtlpStandIn _collector = null!;
    private BotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _collector = await OtlpStandIn.StartAsync();
        _world = await BotWorld.StartAsync();
        _world.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address;
        _world.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        _world.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "50";
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task Whole_approval_is_told_to_the_collector_and_nothing_secret_with_it()
    {
        await _world.LinkEverybodyAsync();
        await using var bot = await _world.StartReadyBotAsync();
        await Eventually.IsAsync(
            async () =>
            {
                await bot.WaitForAnswerAsync(_world.Health);
                return _collector.Has(Traces, "GET /api/health");
            },
            () => bot.Everything
        );
        _world.CallWebhook();
        await using var approvers = new EagerApprovers(_world.Telegram);
        var id = _world.Erp.CreateSample(1);
        await _world.WaitForAsync(() => _world.Erp.Status(id) is "approved", () => bot.Everything);
        Assert.Equal(0, await bot.TerminateAsync());

        string[] told =
        [
            "paymentbot",
            "POST /api/erp/notify",
            "POST /api/telegram/webhook",
            "process deliveries",
            "sendMessage",
            "decide",
            _world.Erp.DecisionUrl.AbsolutePath,
        ];
        Assert.All(told, text => Assert.True(_collector.Has(Traces, text), text));
        Assert.True(_collector.Has(Metrics, "http.server.request.duration"));
        Assert.All(Secrets(), secret => Assert.False(_collector.Has(Traces, secret), secret));
        Assert.All(Secrets(), secret => Assert.False(_collector.Has(Metrics, secret), secret));
    }

    private string[] Secrets() =>
        [
            _world.Telegram.BotToken,
            _world.Telegram.BotToken.Split(':')[1],
            BotSettings.WebhookSecret,
            _world.Settings["Erp:InboundKeys:0"]!,
            "/bot",
            "Светлый офис",
            "84300",
        ];
}
