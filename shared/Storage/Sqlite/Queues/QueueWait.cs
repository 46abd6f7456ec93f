using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>
/// Waits until a message may be visible. The state waited for is in the file, so nothing can be missed between a receive and a wait: the wait
/// takes the next change's task, looks into the queue, and sleeps until the change, the due time it saw, or the longest wait, whichever is first.
/// </summary>
internal sealed class QueueWait(ReadPool reads, QueueSignals signals, TimeProvider timeProvider)
{
    // Another process's messages are seen after this time at the latest.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>When the earliest message becomes or became visible.</summary>
    public DateTimeOffset? ReadNextVisible(QueueName queue) =>
        reads.Read(
            queue,
            static (connection, queue) =>
            {
                using var statement = connection.Use(QueueSql.NextVisible);
                return statement.Bind(1, QueueSql.NameOf(queue)).Step()
                    ? new DateTimeOffset(statement.GetInt64(0), TimeSpan.Zero)
                    : (DateTimeOffset?)null;
            }
        );

    /// <summary>Waits for the queue.</summary>
    public async ValueTask WaitAsync(QueueName queue, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var change = signals.NextChange(queue);
            var delay = LongestWait - timeProvider.GetElapsedTime(started);
            if (ReadNextVisible(queue) is { } next && next - timeProvider.GetUtcNow() is var due && due < delay)
            {
                delay = due;
            }

            if (delay <= TimeSpan.Zero)
            {
                return;
            }

            await SleepAsync(change, delay, cancellationToken);
        }
    }

    private async Task SleepAsync(Task change, TimeSpan delay, CancellationToken cancellationToken)
    {
        // Timers count whole milliseconds and cut the rest off; waking early would mean turning in circles until the time has come.
        var wholeMilliseconds = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(wholeMilliseconds, timeProvider, cancellation.Token));
        await cancellation.CancelAsync();
    }
}
