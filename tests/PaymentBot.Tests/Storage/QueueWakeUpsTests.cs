using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage.Queues;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Storage;

/// <summary>Waiting for a queue whose server tells nobody.</summary>
public sealed class QueueWakeUpsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _clock = new();
    private readonly QueueWakeUps _wakeUps;

    public QueueWakeUpsTests() => _wakeUps = new QueueWakeUps(_clock);

    [Fact]
    public async Task Wait_ends_with_a_put_of_this_process()
    {
        var wait = WaitAsync();
        Assert.False(wait.IsCompleted);

        _wakeUps.Announce(QueueName.Decisions);

        await wait.WaitAsync(Patience);
    }

    [Fact]
    public async Task Put_before_the_wait_ends_it_and_only_it()
    {
        _wakeUps.Announce(QueueName.Decisions);

        await WaitAsync().WaitAsync(Patience);
        Assert.False(WaitAsync().IsCompleted);
    }

    [Fact]
    public async Task Put_to_another_queue_does_not_end_a_wait_but_a_second_does()
    {
        var wait = WaitAsync();
        _wakeUps.Announce(QueueName.Deliveries);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(wait.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await wait.WaitAsync(Patience);
    }

    private Task WaitAsync() => _wakeUps.WaitAsync(QueueName.Decisions, CancellationToken.None).AsTask();
}
