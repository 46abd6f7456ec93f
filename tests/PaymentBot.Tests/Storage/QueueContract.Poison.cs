using PaymentBot.Storage;

namespace PaymentBot.Tests.Storage;

/// <summary>Messages that are given up.</summary>
public abstract partial class QueueContract
{
    [Fact]
    public async Task Poisoned_message_leaves_the_queue_for_the_shelf()
    {
        await PutAsync("bad");
        var message = Assert.Single(await ReceiveAsync());

        Assert.True(await Receiver.PoisonAsync(Queue, message, None));

        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
        Assert.False(await Receiver.PoisonAsync(Queue, message, None));
        Assert.False(await Receiver.CompleteAsync(Queue, message, None));
        Assert.Equal("bad", Assert.Single(await Receiver.ListPoisonAsync(Queue, 10, None)).Body);
        Assert.Empty(await Receiver.ListPoisonAsync(QueueName.Decisions, 10, None));
    }

    [SkippableFact]
    public async Task Shelf_lists_the_oldest_first_with_tries_and_time()
    {
        fixture.Require(StorageCapability.ManualClock | StorageCapability.PoisonShelf);
        var start = fixture.Clock.GetUtcNow();
        foreach (var body in new[] { "a", "b", "c" })
        {
            await PutAsync(body);
            Assert.Single(await ReceiveAsync());
            fixture.Clock.Advance(Lease);
            var message = Assert.Single(await ReceiveAsync());
            await Receiver.PoisonAsync(Queue, message, None);
        }

        var listed = await Receiver.ListPoisonAsync(Queue, 2, None);

        Assert.Equal(["a", "b"], listed.Select(message => message.Body), StringComparer.Ordinal);
        Assert.Equal([start + Lease, start + (2 * Lease)], listed.Select(message => message.PoisonedAt));
        Assert.All(listed, message => Assert.Equal(2, message.DequeueCount));
    }

    [Fact]
    public async Task Replayed_message_is_as_new()
    {
        var poison = await PoisonAsync("a");

        Assert.False(await Receiver.ReplayPoisonAsync(QueueName.Decisions, poison.Id, None));
        Assert.True(await Receiver.ReplayPoisonAsync(Queue, poison.Id, None));

        Assert.Empty(await Receiver.ListPoisonAsync(Queue, 10, None));
        Assert.False(await Receiver.ReplayPoisonAsync(Queue, poison.Id, None));
        var message = Assert.Single(await ReceiveAsync());
        Assert.Equal(("a", 1), (message.Body, message.DequeueCount));
    }

    [Fact]
    public async Task Replayed_message_can_be_poisoned_again()
    {
        var poison = await PoisonAsync("a");
        await Receiver.ReplayPoisonAsync(Queue, poison.Id, None);
        var message = Assert.Single(await ReceiveAsync());

        Assert.True(await Receiver.PoisonAsync(Queue, message, None));
        Assert.Single(await Receiver.ListPoisonAsync(Queue, 10, None));
    }

    [Fact]
    public async Task Dropped_message_is_gone_for_good()
    {
        var poison = await PoisonAsync("a");

        Assert.False(await Receiver.DropPoisonAsync(QueueName.Decisions, poison.Id, None));
        Assert.True(await Receiver.DropPoisonAsync(Queue, poison.Id, None));
        Assert.False(await Receiver.DropPoisonAsync(Queue, poison.Id, None));
        Assert.Empty(await Receiver.ListPoisonAsync(Queue, 10, None));
        Assert.Empty(await ReceiveAsync());
    }

    [Fact]
    public async Task Unknown_identity_is_neither_replayed_nor_dropped()
    {
        Assert.False(await Receiver.ReplayPoisonAsync(Queue, "no such message", None));
        Assert.False(await Receiver.DropPoisonAsync(Queue, "4711", None));
    }

    private async Task<PoisonMessage> PoisonAsync(string body)
    {
        await PutAsync(body);
        var message = Assert.Single(await ReceiveAsync());
        Assert.True(await Receiver.PoisonAsync(Queue, message, None));
        return Assert.Single(await Receiver.ListPoisonAsync(Queue, 10, None));
    }
}
