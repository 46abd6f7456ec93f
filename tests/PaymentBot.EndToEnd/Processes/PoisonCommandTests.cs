using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Storage;

namespace PaymentBot.EndToEnd.Processes;

public sealed class PoisonCommandTests : IAsyncLifetime
{
    private const string Hopeless = """{"kind":"nothing that anybody knows"}""";

    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Message_that_always_fails_is_given_up_replayed_and_dropped()
    {
        await PutWornMessageAsync();
        Assert.Equal(string.Empty, (await _world.CommandAsync("poison", "list")).Output);
        await using (var bot = _world.StartBot())
        {
            await bot.WaitForLineAsync(line => line.Contains("is poison now", StringComparison.Ordinal));
            Assert.Equal(0, await bot.TerminateAsync());
        }

        var line = (await _world.CommandAsync("poison", "list")).Output.Split('\t');
        Assert.Equal(["notifications", "5", Hopeless], new[] { line[0], line[2], line[4] });
        var replayed = await _world.CommandAsync("poison", "replay", line[1]);
        Assert.Equal((0, "replay: 1 messages."), (replayed.ExitCode, replayed.Output));
        Assert.Equal(string.Empty, (await _world.CommandAsync("poison", "list")).Output);
        Assert.Equal(Hopeless, await ReceiveAsync());
    }

    [Fact]
    public async Task Poison_is_dropped_for_good_and_an_unknown_id_is_an_error()
    {
        await PoisonAsync();
        var unknown = await _world.CommandAsync("poison", "drop", "no-such-id");
        Assert.Equal((1, "drop: 0 messages."), (unknown.ExitCode, unknown.Output));
        var all = await _world.CommandAsync("poison", "drop", "all");
        Assert.Equal((0, "drop: 1 messages."), (all.ExitCode, all.Output));
        Assert.Equal(string.Empty, (await _world.CommandAsync("poison", "list")).Output);
        Assert.Null(await ReceiveAsync());
    }

    /// <summary>A message that four attempts have failed with already: the waits between them are somebody else's test.</summary>
    private async Task PutWornMessageAsync()
    {
        await using var bot = BotHost.Build(_world.Settings, _world.Url);
        var receiver = bot.Services.GetRequiredService<IQueueReceiver>();
        await bot
            .Services.GetRequiredService<IQueueSender>()
            .PutAsync(QueueName.Notifications, Hopeless, TimeSpan.Zero, CancellationToken.None);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var message = Assert.Single(await LeaseAsync(receiver));
            await receiver.UpdateAsync(QueueName.Notifications, message, TimeSpan.Zero, CancellationToken.None);
        }
    }

    private async Task PoisonAsync()
    {
        await PutWornMessageAsync();
        await using var bot = BotHost.Build(_world.Settings, _world.Url);
        var receiver = bot.Services.GetRequiredService<IQueueReceiver>();
        var message = Assert.Single(await LeaseAsync(receiver));
        Assert.True(await receiver.PoisonAsync(QueueName.Notifications, message, CancellationToken.None));
    }

    private async Task<string?> ReceiveAsync()
    {
        await using var bot = BotHost.Build(_world.Settings, _world.Url);
        var messages = await LeaseAsync(bot.Services.GetRequiredService<IQueueReceiver>());
        return messages.SingleOrDefault()?.Body;
    }

    private static ValueTask<IReadOnlyList<QueueMessage>> LeaseAsync(IQueueReceiver receiver) =>
        receiver.ReceiveAsync(QueueName.Notifications, 1, TimeSpan.FromMinutes(1), CancellationToken.None);
}
