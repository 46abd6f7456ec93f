using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>Waiting for messages.</summary>
public abstract partial class QueueContract
{
    [Fact]
    public async Task Wait_ends_at_once_when_something_is_visible()
    {
        await PutAsync("a");

        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await wait.WaitAsync(Patience, None);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [SkippableFact]
    public async Task Wait_ends_with_a_put()
    {
        fixture.Require(StorageCapability.ManualClock);
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();
        Assert.False(wait.IsCompleted);

        await PutAsync("a");

        await wait.WaitAsync(Patience, None);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [SkippableFact]
    public async Task Put_to_another_queue_does_not_end_a_wait()
    {
        fixture.Require(StorageCapability.ManualClock);
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();

        await fixture.Sender.PutAsync(QueueName.Decisions, "a", TimeSpan.Zero, None);

        Assert.False(wait.IsCompleted);
    }

    [SkippableFact]
    public async Task Wait_ends_when_a_delay_runs_out()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("a", TimeSpan.FromMilliseconds(300));
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();

        fixture.Clock.Advance(TimeSpan.FromMilliseconds(299));
        Assert.False(wait.IsCompleted);
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await wait.WaitAsync(Patience, None);
        Assert.Single(await ReceiveAsync());
    }

    [SkippableFact]
    public async Task Wait_ends_when_a_delay_that_began_during_it_runs_out()
    {
        fixture.Require(StorageCapability.ManualClock);
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();
        await PutAsync("a", TimeSpan.FromMilliseconds(300));

        // The put wakes the wait, which looks and goes to sleep until the message is due; the clock moves on only for timers.
        while (!wait.IsCompleted && fixture.Clock.GetElapsedTime(0) < TimeSpan.FromMilliseconds(300))
        {
            await AsleepAsync();
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        await wait.WaitAsync(Patience, None);
        Assert.Equal(TimeSpan.FromMilliseconds(300), fixture.Clock.GetElapsedTime(0));
    }

    [SkippableFact]
    public async Task Wait_ends_when_a_lease_runs_out()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("a");
        await Receiver.ReceiveAsync(Queue, 1, TimeSpan.FromMilliseconds(500), None);
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();

        fixture.Clock.Advance(TimeSpan.FromMilliseconds(500));

        await wait.WaitAsync(Patience, None);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [SkippableFact]
    public async Task Wait_ends_when_a_leased_message_is_given_back()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("a");
        var message = Assert.Single(await ReceiveAsync());
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();

        await Receiver.UpdateAsync(Queue, message, TimeSpan.Zero, None);

        await wait.WaitAsync(Patience, None);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [SkippableFact]
    public async Task Wait_ends_after_a_second_at_the_latest()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("much later", TimeSpan.FromHours(1));
        var wait = Receiver.WaitAsync(Queue, None).AsTask();
        await AsleepAsync();

        fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        await wait.WaitAsync(Patience, None);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Cancelled_wait_ends_with_the_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = Receiver.WaitAsync(Queue, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, None));
    }

    [SkippableFact]
    public async Task No_wake_up_is_lost_between_receive_and_wait()
    {
        // The clock stands still, so only a put can end a wait: a lost wake-up would hang here.
        fixture.Require(StorageCapability.ManualClock);
        const int Count = 500;
        var receiving = Task.Run(
            async () =>
            {
                for (var received = 0; received < Count; )
                {
                    var messages = await ReceiveAsync();
                    received += messages.Count;
                    if (messages.Count == 0)
                    {
                        await Receiver.WaitAsync(Queue, None);
                    }
                }
            },
            None
        );

        for (var i = 0; i < Count; i++)
        {
            await PutAsync($"{i}");
        }

        await receiving.WaitAsync(Patience, None);
        Assert.Empty(await ReceiveAsync());
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Completes when the code under test has set a timer.</summary>
    private async Task AsleepAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await fixture.Clock.WaitForTimersAsync(1, timeout.Token);
    }
}
