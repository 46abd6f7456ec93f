using PaymentBot.Storage;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Storage;

/// <summary>An attempt that nobody answers.</summary>
public sealed class AzureAttemptTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Service_that_says_nothing_for_ten_seconds_is_asked_again()
    {
        var line = new FaultyTransport();
        await using var azure = new AzureStorageFixture(line, new ImpatientClock());
        var limits = new List<TimeSpan?>();
        line.Next(message =>
        {
            // The limit runs on the system's clock; this is how it ends an attempt.
            limits.Add(message.NetworkTimeout);
            throw new TaskCanceledException("The limit of the attempt was reached.");
        });

        Assert.Null(await azure.Tables.GetAsync(TableName.Links, "p", "a", CancellationToken.None));

        Assert.Equal([TimeSpan.FromSeconds(10)], limits);
        Assert.Equal(2, line.Requests);
    }

    [Fact]
    public async Task Cancelled_caller_does_not_wait_for_the_next_attempt()
    {
        var line = new FaultyTransport();
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var azure = new AzureStorageFixture(line, clock);
        using var cancellation = new CancellationTokenSource();
        line.Next(Fault.Drop);

        var read = azure.Tables.GetAsync(TableName.Links, "p", "a", cancellation.Token).AsTask();
        await clock.WaitForTimersAsync(1, CancellationToken.None).WaitAsync(Patience);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(Patience));
        Assert.Equal(1, line.Requests);
    }
}
