using System.Globalization;
using PaymentBot.EndToEnd.Processes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.EndToEnd.Hosted;

[Collection(HostedGroup.Name)]
public sealed class HostedScaleOutTests(HostedFixture fixture) : IAsyncLifetime
{
    private HostedWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await HostedWorld.StartAsync(fixture);
        await _world.Bot.AddInstanceAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Two_instances_send_each_card_once_and_take_each_decision_once()
    {
        var ids = new List<string>();
        for (var count = 0; count < 2; count++)
        {
            ids.Add(await _world.Page.SendSampleAsync(1));
        }

        await using (new EagerApprovers(_world.Sandbox.Telegram))
        {
            await Task.WhenAll(ids.Select(id => _world.Page.StatusAsync(id, "approved")));
        }

        foreach (var id in ids)
        {
            await _world.Page.MessageAsync(HostedWorld.Initiator, "Ваша заявка согласована");
            await _world.AssertNothingIsDoubledAsync(
                id,
                HostedWorld.Initiator,
                HostedWorld.BudgetHolder,
                HostedWorld.FinancialManager,
                HostedWorld.EnglishManager,
                HostedWorld.Treasurer
            );
        }

        await _world.AssertNoPoisonAsync();
        Assert.All(_world.Bot.Instances, host => Assert.Contains(host.Invocations, end => end.Function is "Deliver"));
    }

    [Fact]
    public async Task Many_taps_at_once_on_both_instances_make_one_decision()
    {
        var page = _world.Page;
        var id = await page.SendSampleAsync(1);
        await page.TapAsync(HostedWorld.BudgetHolder, HostedWorld.Approve);
        var first = await page.MessageAsync(HostedWorld.FinancialManager, "Нужно ваше решение", HostedWorld.Approve);
        var second = await page.MessageAsync(HostedWorld.EnglishManager, "Your decision is needed", "✅ Approve");
        await using var balancer = new TcpGate([.. _world.Bot.Instances.Select(host => host.Address.Port)]);
        _world.Sandbox.Telegram.SetWebhook(
            new WebhookSettings(
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{balancer.Port}/api/telegram/webhook"),
                BotSettings.WebhookSecret
            )
        );
        var taps = Enumerable
            .Range(0, 5)
            .SelectMany(_ =>
                new[]
                {
                    page.TapAsync(HostedWorld.FinancialManager, (long)first["messageId"]!, HostedWorld.Approve),
                    page.TapAsync(HostedWorld.EnglishManager, (long)second["messageId"]!, "✅ Approve"),
                }
            );
        await Task.WhenAll(taps);
        await page.TapAsync(HostedWorld.Treasurer, HostedWorld.Approve);
        await page.StatusAsync(id, "approved");
        await _world.AssertNothingIsDoubledAsync(id, HostedWorld.FinancialManager, HostedWorld.EnglishManager);
        Assert.All(
            _world.Bot.Instances,
            host => Assert.Contains(host.Invocations, end => end.Function is "TelegramWebhook")
        );
    }
}
