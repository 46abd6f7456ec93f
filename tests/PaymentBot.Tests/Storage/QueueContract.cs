using System.Collections.Concurrent;
using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>What <see cref="IQueueSender"/> and <see cref="IQueueReceiver"/> promise. An adapter joins by deriving once and handing in its fixture.</summary>
public abstract partial class QueueContract(StorageFixture fixture) : IAsyncLifetime
{
    private const QueueName Queue = QueueName.Deliveries;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private IQueueReceiver Receiver => fixture.Receiver;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => fixture.DisposeAsync().AsTask();

    [Fact]
    public async Task Empty_queue_gives_nothing()
    {
        Assert.Empty(await ReceiveAsync());
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
    }

    [Fact]
    public async Task Message_comes_with_its_body_and_the_first_count()
    {
        const string Body = "{\"text\":\"Оплата 🏦 \\u0000\"}";
        await PutAsync(Body);

        var message = Assert.Single(await ReceiveAsync());
        Assert.Equal(Body, message.Body);
        Assert.Equal(1, message.DequeueCount);
    }

    [Fact]
    public async Task Queues_do_not_share_messages()
    {
        await PutAsync("a");

        Assert.Empty(await Receiver.ReceiveAsync(QueueName.Notifications, 32, Lease, None));
        Assert.Empty(await Receiver.ReceiveAsync(QueueName.Decisions, 32, Lease, None));
        var message = Assert.Single(await ReceiveAsync());
        Assert.False(await Receiver.CompleteAsync(QueueName.Decisions, message, None));
        Assert.True(await Receiver.CompleteAsync(Queue, message, None));
    }

    [Fact]
    public async Task Leased_message_is_not_received_again()
    {
        await PutAsync("a");
        Assert.Single(await ReceiveAsync());

        Assert.Empty(await ReceiveAsync());
    }

    [Fact]
    public async Task Completed_message_is_gone()
    {
        await PutAsync("a");
        var message = Assert.Single(await ReceiveAsync());

        Assert.True(await Receiver.CompleteAsync(Queue, message, None));
        Assert.False(await Receiver.CompleteAsync(Queue, message, None));
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
    }

    [Fact]
    public async Task Receive_takes_no_more_than_asked()
    {
        for (var i = 0; i < 5; i++)
        {
            await PutAsync($"{i}");
        }

        var first = await Receiver.ReceiveAsync(Queue, 3, Lease, None);
        var second = await ReceiveAsync();
        Assert.InRange(first.Count, 1, 3);
        Assert.Equal(5, first.Concat(second).Select(message => message.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [SkippableFact]
    public async Task Delayed_message_comes_when_its_time_has_come()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("late", TimeSpan.FromSeconds(90));
        Assert.Equal(fixture.Clock.GetUtcNow().AddSeconds(90), await Receiver.NextVisibleAsync(Queue, None));

        fixture.Clock.Advance(TimeSpan.FromSeconds(90) - Moment);
        Assert.Empty(await ReceiveAsync());

        fixture.Clock.Advance(Moment);
        Assert.Equal("late", Assert.Single(await ReceiveAsync()).Body);
    }

    [SkippableFact]
    public async Task Longest_visible_message_comes_first()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("third", TimeSpan.FromSeconds(3));
        await PutAsync("first", TimeSpan.FromSeconds(1));
        await PutAsync("second", TimeSpan.FromSeconds(2));
        fixture.Clock.Advance(TimeSpan.FromSeconds(5));

        var one = Assert.Single(await Receiver.ReceiveAsync(Queue, 1, Lease, None));
        Assert.Equal("first", one.Body);
        Assert.Equal(
            ["second", "third"],
            (await ReceiveAsync()).Select(message => message.Body),
            StringComparer.Ordinal
        );
    }

    [SkippableFact]
    public async Task Message_whose_lease_ran_out_comes_again_with_a_higher_count()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("a");
        var first = Assert.Single(await ReceiveAsync());

        fixture.Clock.Advance(Lease - Moment);
        Assert.Empty(await ReceiveAsync());
        fixture.Clock.Advance(Moment);
        var second = Assert.Single(await ReceiveAsync());

        Assert.Equal((first.Id, first.Body, 2), (second.Id, second.Body, second.DequeueCount));
        Assert.NotEqual(first.PopReceipt, second.PopReceipt, StringComparer.Ordinal);
    }

    [SkippableFact]
    public async Task Lost_lease_can_do_nothing()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("a");
        var lost = Assert.Single(await ReceiveAsync());
        fixture.Clock.Advance(Lease);
        var current = Assert.Single(await ReceiveAsync());

        Assert.False(await Receiver.CompleteAsync(Queue, lost, None));
        Assert.False(await Receiver.PoisonAsync(Queue, lost, None));
        Assert.Null(await Receiver.UpdateAsync(Queue, lost, Lease, None));
        Assert.True(await Receiver.CompleteAsync(Queue, current, None));
    }

    [SkippableFact]
    public async Task Receipt_is_void_once_its_lease_has_run_out()
    {
        fixture.Require(StorageCapability.ManualClock | StorageCapability.ReceiptDiesWithLease);
        await PutAsync("a");
        var message = Assert.Single(await ReceiveAsync());
        fixture.Clock.Advance(Lease);

        Assert.Null(await Receiver.UpdateAsync(Queue, message, Lease, None));
        Assert.False(await Receiver.PoisonAsync(Queue, message, None));
        Assert.False(await Receiver.CompleteAsync(Queue, message, None));
        Assert.Single(await ReceiveAsync());
    }

    [SkippableFact]
    public async Task Update_lengthens_the_lease_and_renews_the_receipt()
    {
        fixture.Require(StorageCapability.ManualClock);
        await PutAsync("a");
        var first = Assert.Single(await ReceiveAsync());
        fixture.Clock.Advance(Lease / 2);

        var renewed = await Receiver.UpdateAsync(Queue, first, Lease, None);

        Assert.NotNull(renewed);
        Assert.NotEqual(first.PopReceipt, renewed.PopReceipt, StringComparer.Ordinal);
        fixture.Clock.Advance(Lease - Moment);
        Assert.Empty(await ReceiveAsync());
        Assert.False(await Receiver.CompleteAsync(Queue, first, None));
        Assert.True(await Receiver.CompleteAsync(Queue, renewed, None));
    }

    [Fact]
    public async Task Update_to_no_visibility_time_gives_the_message_back_at_once()
    {
        await PutAsync("a");
        var message = Assert.Single(await ReceiveAsync());

        await Receiver.UpdateAsync(Queue, message, TimeSpan.Zero, None);

        Assert.Equal(2, Assert.Single(await ReceiveAsync()).DequeueCount);
    }

    [Fact]
    public async Task Message_of_another_store_has_no_lease_here()
    {
        var foreign = new QueueMessage(Guid.NewGuid().ToString(), "a", 1, "AgAAAAMAAAAA");

        Assert.False(await Receiver.CompleteAsync(Queue, foreign, None));
        Assert.Null(await Receiver.UpdateAsync(Queue, foreign, Lease, None));
    }

    [Fact]
    public async Task Largest_body_fits_and_a_byte_more_does_not()
    {
        var body = new string('ж', IQueueSender.MaxBodyBytes / 2);
        await PutAsync(body);

        Assert.Equal(body, Assert.Single(await ReceiveAsync()).Body);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PutAsync(body + "a"));
    }

    [Fact]
    public async Task Delay_beyond_seven_days_or_below_zero_is_refused()
    {
        await PutAsync("a", TimeSpan.FromDays(7));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PutAsync("a", TimeSpan.FromDays(7) + Moment));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PutAsync("a", -Moment));
    }

    [Fact]
    public async Task Many_messages_reach_eight_receivers_once_each()
    {
        var count = fixture.Many / 10;
        var received = new ConcurrentBag<string>();
        var receivers = Enumerable
            .Range(0, 8)
            .Select(_ =>
                Task.Run(
                    async () =>
                    {
                        while (received.Count < count)
                        {
                            foreach (var message in await Receiver.ReceiveAsync(Queue, 7, Lease, None))
                            {
                                received.Add(message.Body);
                                Assert.True(await Receiver.CompleteAsync(Queue, message, None));
                            }
                        }
                    },
                    None
                )
            )
            .ToArray();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (i, _) => await PutAsync($"{i}")
        );
        await Task.WhenAll(receivers);

        Assert.Equal(Enumerable.Range(0, count), received.Select(int.Parse).Order());
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
    }

    private Task PutAsync(string body, TimeSpan delay = default) =>
        fixture.Sender.PutAsync(Queue, body, delay, None).AsTask();

    private ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync() => Receiver.ReceiveAsync(Queue, 32, Lease, None);
}
