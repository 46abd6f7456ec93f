namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>
/// Tells those who wait for a queue that its messages changed. The rule that loses no wake-up: first take <see cref="NextChange"/>, then look
/// into the queue, then wait. A change that commits after the look completes the task that was taken before it.
/// </summary>
internal sealed class QueueSignals
{
    private readonly TaskCompletionSource[] _next = [.. Enum.GetValues<QueueName>().Select(_ => Create())];

    /// <summary>Completes at the next change of the queue.</summary>
    public Task NextChange(QueueName queue) => Volatile.Read(ref _next[(int)queue]).Task;

    /// <summary>Wakes all who wait for the queue. Called after the commit.</summary>
    public void Announce(QueueName queue) => Interlocked.Exchange(ref _next[(int)queue], Create()).TrySetResult();

    /// <summary>Wakes all, at the end of the database.</summary>
    public void AnnounceAll()
    {
        foreach (var queue in Enum.GetValues<QueueName>())
        {
            Announce(queue);
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
