using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Functions.Queues;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Storage;

namespace PaymentBot.Tests.App.Support;

/// <summary>Plays the queue triggers without threads and without waiting: what is due runs, then the clock jumps to what is due next.</summary>
internal sealed class QueueDriver(BotHarness harness)
{
    private const int Batch = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly PumpSettings Settings = new(1, TimeSpan.FromSeconds(30));

    private static readonly QueueName[] Queues = [QueueName.Notifications, QueueName.Deliveries, QueueName.Decisions];

    /// <summary>What befalls messages; null when nothing does.</summary>
    public Chaos? Chaos { get; set; }

    private IServiceProvider Services => harness.Services;

    private IQueueReceiver Receiver => Services.GetRequiredService<IQueueReceiver>();

    /// <summary>Runs until every queue is empty; fails when that takes more than ten minutes of the manual clock.</summary>
    public async Task RunUntilIdleAsync()
    {
        var end = harness.Now + Patience;
        while (await StepAsync() is { } next)
        {
            Assert.True(next <= end, $"The queues do not come to rest: the next message is due at {next:O}.");
            harness.Clock.Advance(next - harness.Now);
        }
    }

    /// <summary>Runs all that falls due within a time and leaves the clock at its end.</summary>
    public async Task RunForAsync(TimeSpan duration)
    {
        var end = harness.Now + duration;
        while (await StepAsync() is { } next && next <= end)
        {
            harness.Clock.Advance(next - harness.Now);
        }

        harness.Clock.Advance(end - harness.Now);
    }

    /// <summary>Loses what is due now in one queue.</summary>
    public async Task LoseAsync(QueueName queue)
    {
        foreach (var message in await Receiver.ReceiveAsync(queue, Batch, Settings.Lease, CancellationToken.None))
        {
            await Receiver.CompleteAsync(queue, message, CancellationToken.None);
        }
    }

    /// <summary>Runs what is due now in one queue, without the ERP's calls.</summary>
    public async Task<int> RunDueAsync(QueueName queue)
    {
        var runner = Services.GetRequiredService<MessageRunner>();
        var function = PumpedFunction.Of(queue, Services);
        var messages = await Receiver.ReceiveAsync(queue, Batch, Settings.Lease, CancellationToken.None);
        foreach (var message in Chaos?.Shuffle(messages) ?? messages)
        {
            if (Chaos?.IsLost(message.DequeueCount) == true)
            {
                await TryAsync(function, message);
                continue;
            }

            if (Chaos?.RunsTwice() == true)
            {
                await TryAsync(function, message);
            }

            await runner.RunAsync(function, message, Settings, CancellationToken.None);
        }

        return messages.Count;
    }

    /// <summary>The messages that were given up.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> PoisonAsync()
    {
        List<PoisonMessage> poison = [];
        foreach (var queue in Queues)
        {
            poison.AddRange(await Receiver.ListPoisonAsync(queue, Batch, CancellationToken.None));
        }

        return poison;
    }

    /// <summary>Ends when a queue holds a message that is due.</summary>
    public ValueTask WaitAsync(QueueName queue) => Receiver.WaitAsync(queue, CancellationToken.None);

    private static async Task TryAsync(PumpedFunction function, QueueMessage message)
    {
        try
        {
            await function.RunAsync(message, CancellationToken.None);
        }
        catch (WorkFailedException)
        {
            // As in a process that ended here.
        }
    }

    private async Task<DateTimeOffset?> StepAsync()
    {
        int ran;
        do
        {
            await harness.Erp.FlushAsync();
            ran = 0;
            foreach (var queue in Chaos?.Shuffle(Queues) ?? Queues)
            {
                ran += await RunDueAsync(queue);
            }
        } while (ran > 0 || harness.Erp.HasWaiting);

        DateTimeOffset? next = null;
        foreach (var queue in Queues)
        {
            var due = await Receiver.NextVisibleAsync(queue, CancellationToken.None);
            next = next is null || due < next ? due ?? next : next;
        }

        return next;
    }
}
