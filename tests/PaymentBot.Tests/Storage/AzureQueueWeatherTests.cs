using Azure.Storage.Queues;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage.Pipeline;
using PaymentBot.Storage.AzureStorage.Queues;

namespace PaymentBot.Tests.Storage;

/// <summary>Queues when the line fails, and messages that cannot be read.</summary>
public sealed class AzureQueueWeatherTests
{
    private const QueueName Queue = QueueName.Decisions;
    private const string WireQueue = "decisions";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly FaultyTransport _line = new();
    private readonly AzureStorageFixture _azure;
    private readonly QueueClient _wire;
    private readonly QueueClient _wirePoison;

    public AzureQueueWeatherTests()
    {
        _azure = new AzureStorageFixture(_line, new ImpatientClock());
        _wire = new QueueClient(_azure.Account.ConnectionString, WireQueue);
        _wirePoison = new QueueClient(_azure.Account.ConnectionString, WireQueue + "-poison");
    }

    private IQueueReceiver Receiver => _azure.Receiver;

    [Fact]
    public async Task Put_whose_answer_was_lost_may_lie_there_twice()
    {
        await PutAsync("before");
        _line.Next(Fault.LoseAnswer);

        await PutAsync("a");

        var bodies = (await ReceiveAsync()).Select(message => message.Body);
        Assert.Equal(["a", "a", "before"], bodies.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Complete_whose_answer_was_lost_has_completed()
    {
        await PutAsync("a");
        var message = Assert.Single(await ReceiveAsync());
        _line.Next(Fault.LoseAnswer);

        Assert.True(await Receiver.CompleteAsync(Queue, message, None));
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
    }

    [Fact]
    public async Task Text_is_base64_of_UTF8_on_the_wire()
    {
        await PutAsync("{\"a\":\"Счёт\"}");

        var message = Assert.Single((await _wire.PeekMessagesAsync(32, None)).Value);

        Assert.Equal("eyJhIjoi0KHRh9GR0YIifQ==", message.MessageText);
        Assert.Equal(9999, message.ExpiresOn!.Value.Year);
    }

    [Theory]
    [InlineData("{\"v\":1}")]
    [InlineData("not base64!")]
    [InlineData("/////w==")]
    public async Task Text_of_another_encoding_is_put_aside_and_does_not_hold_up_the_others(string wireText)
    {
        await _wire.CreateAsync(cancellationToken: None);
        await _wire.SendMessageAsync(wireText, None);
        await PutAsync("good");

        Assert.Equal("good", Assert.Single(await ReceiveAsync()).Body);

        Assert.Equal(wireText, Assert.Single(await Receiver.ListPoisonAsync(Queue, 32, None)).Body);
        Assert.Contains(_azure.Log, line => line.Contains("can never be read", StringComparison.Ordinal));
        Assert.DoesNotContain(_azure.Log, line => line.Contains(wireText, StringComparison.Ordinal));
        var poison = Assert.Single((await _wirePoison.PeekMessagesAsync(32, None)).Value);
        Assert.Equal(wireText, poison.MessageText);
    }

    [Fact]
    public async Task Body_of_48_KB_is_the_message_and_a_byte_more_lies_in_a_blob()
    {
        var fits = new string('a', QueueText.MaxBytes);
        await PutAsync(fits);
        Assert.Equal(0, _azure.Ports.Operations.Blobs);
        var message = Assert.Single((await _wire.ReceiveMessagesAsync(32, Lease, None)).Value);
        Assert.Equal(64 * 1024, message.MessageText.Length);

        await PutAsync(fits + "b");
        var pointer = Assert.Single((await _wire.PeekMessagesAsync(32, None)).Value);
        Assert.Matches("""^{"v":1,"blob":"messages/[0-9a-f]{32}"}$""", QueueText.Decode(pointer.MessageText));
        Assert.Equal(
            fits + "b",
            await _azure.Ports.QueueBodies.ReadAsync(QueueText.Decode(pointer.MessageText)!, None)
        );
    }

    [Fact]
    public async Task Blob_of_a_body_stays_through_retries_and_goes_with_the_message()
    {
        var (body, blob) = await PutLargeAsync();
        var message = Assert.Single(await ReceiveAsync());
        Assert.Equal(body, message.Body);
        message = await Receiver.UpdateAsync(Queue, message, TimeSpan.Zero, None);
        Assert.NotNull(message);
        message = Assert.Single(await ReceiveAsync());
        Assert.Equal(body, message.Body);
        message = await Receiver.UpdateAsync(Queue, message, Lease, None);

        Assert.True(await Receiver.CompleteAsync(Queue, message!, None));

        Assert.Null(await _azure.Blobs.GetLengthAsync(blob, None));
    }

    [Fact]
    public async Task Given_up_message_keeps_its_blob_until_it_is_dropped()
    {
        var (body, blob) = await PutLargeAsync();
        await Receiver.PoisonAsync(Queue, Assert.Single(await ReceiveAsync()), None);
        var poison = Assert.Single(await Receiver.ListPoisonAsync(Queue, 32, None));
        Assert.Equal(body, poison.Body);

        Assert.True(await Receiver.ReplayPoisonAsync(Queue, poison.Id, None));
        await Receiver.PoisonAsync(Queue, Assert.Single(await ReceiveAsync()), None);
        poison = Assert.Single(await Receiver.ListPoisonAsync(Queue, 32, None));
        Assert.True(await Receiver.DropPoisonAsync(Queue, poison.Id, None));

        Assert.Null(await _azure.Blobs.GetLengthAsync(blob, None));
    }

    [Fact]
    public async Task Message_whose_blob_vanished_is_put_aside()
    {
        var (_, blob) = await PutLargeAsync();
        await _azure.Blobs.DeleteAsync(blob, None);
        await PutAsync("good");

        Assert.Equal("good", Assert.Single(await ReceiveAsync()).Body);

        var poison = Assert.Single(await Receiver.ListPoisonAsync(Queue, 32, None));
        var gone = await Assert.ThrowsAsync<StorageException>(async () =>
            await _azure.Ports.QueueBodies.ReadAsync(poison.Body, None)
        );
        Assert.Equal(("BlobNotFound", 404), (gone.ErrorCode, gone.Status));
    }

    [Fact]
    public async Task One_of_many_given_up_messages_is_found_and_the_others_stay()
    {
        await _wirePoison.CreateAsync(cancellationToken: None);
        for (var i = 0; i < 40; i++)
        {
            await _wirePoison.SendMessageAsync(QueueText.Encode($"{i}"), None);
        }

        Assert.False(await Receiver.DropPoisonAsync(Queue, "no such message", None));
        var listed = await Receiver.ListPoisonAsync(Queue, 100, None);
        Assert.Equal(32, listed.Count);
        Assert.True(await Receiver.ReplayPoisonAsync(Queue, listed[^1].Id, None));

        Assert.Equal(listed[^1].Body, Assert.Single(await ReceiveAsync()).Body);
        Assert.Equal(39, (await _wirePoison.GetPropertiesAsync(None)).Value.ApproximateMessagesCount);
        Assert.Equal(32, (await Receiver.ListPoisonAsync(Queue, 100, None)).Count);
    }

    [Fact]
    public async Task Lost_lease_can_do_nothing()
    {
        await PutAsync("a");
        var lost = Assert.Single(await Receiver.ReceiveAsync(Queue, 1, TimeSpan.FromMilliseconds(300), None));
        var current = await ReceiveInTheEndAsync();

        Assert.Equal((lost.Id, 2), (current.Id, current.DequeueCount));
        Assert.False(await Receiver.CompleteAsync(Queue, lost, None));
        Assert.False(await Receiver.PoisonAsync(Queue, lost, None));
        Assert.Null(await Receiver.UpdateAsync(Queue, lost, Lease, None));
        Assert.Empty(await Receiver.ListPoisonAsync(Queue, 32, None));
        Assert.True(await Receiver.CompleteAsync(Queue, current, None));
    }

    [Fact]
    public async Task Delayed_message_comes_when_its_time_has_come()
    {
        var started = TimeProvider.System.GetTimestamp();
        await _azure.Sender.PutAsync(Queue, "late", TimeSpan.FromMilliseconds(1100), None);
        Assert.Empty(await ReceiveAsync());
        Assert.NotNull(await Receiver.NextVisibleAsync(Queue, None));

        Assert.Equal("late", (await ReceiveInTheEndAsync()).Body);

        // A part of a second counts as a whole one, and the server's clock has whole seconds.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Busy_queue_service_is_an_error_with_its_code_in_the_end()
    {
        const string Body = "<?xml version=\"1.0\"?><Error><Code>ServerBusy</Code><Message>m</Message></Error>";
        _line.Next(Fault.Answer(503, body: Body), times: RetryRule.MaxAttempts);

        var busy = await Assert.ThrowsAsync<StorageException>(() => PutAsync("a"));

        Assert.Equal(("ServerBusy", 503), (busy.ErrorCode, busy.Status));
    }

    private Task PutAsync(string body) => _azure.Sender.PutAsync(Queue, body, TimeSpan.Zero, None).AsTask();

    private ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync() => Receiver.ReceiveAsync(Queue, 32, Lease, None);

    private async Task<(string Body, string Blob)> PutLargeAsync()
    {
        var body = new string('ж', 40_000);
        await PutAsync(body);
        var pointer = Assert.Single((await _wire.PeekMessagesAsync(32, None)).Value);
        return (body, MessagePointer.Read(QueueText.Decode(pointer.MessageText)!)!);
    }

    private async Task<QueueMessage> ReceiveInTheEndAsync()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await Receiver.ReceiveAsync(Queue, 32, Lease, end.Token) is [var message])
            {
                return message;
            }
        }
    }
}
