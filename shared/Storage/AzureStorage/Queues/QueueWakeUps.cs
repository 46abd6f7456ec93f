namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>
/// Lets those who wait for a queue know what this process puts into it, so that only another process's messages are up to a second late. A put
/// that nobody waited for ends the next wait at once.
/// </summary>
internal sealed class QueueWakeUps(TimeProvider timeProvider)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource[] _next = [.. Enum.GetValues<QueueName>().Select(_ => Create())];

    /// <summary>Wakes those who wait for the queue.</summary>
    public void Announce(QueueName queue) => Volatile.Read(ref _next[(int)queue]).TrySetResult();

    /// <summary>Completes when something was put into the queue, at the latest after a second.</summary>
    public async ValueTask WaitAsync(QueueName queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var signal = Volatile.Read(ref _next[(int)queue]);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal.Task, Task.Delay(LongestWait, timeProvider, cancellation.Token));
        await cancellation.CancelAsync();
        if (signal.Task.IsCompleted)
        {
            Interlocked.CompareExchange(ref _next[(int)queue], Create(), signal);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
