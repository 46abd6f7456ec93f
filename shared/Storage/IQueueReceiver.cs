namespace PaymentBot.Storage;

/// <summary>The receiving side, for the stand-alone pumps and the operator's commands. Behind the Functions host the host does this.</summary>
public interface IQueueReceiver
{
    /// <summary>Leases up to <paramref name="maxMessages"/> visible messages, the longest visible first.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="maxMessages">1 to 32.</param>
    /// <param name="lease">How long nobody else may receive them; then they come again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(
        QueueName queue,
        int maxMessages,
        TimeSpan lease,
        CancellationToken cancellationToken
    );

    /// <summary>Sets a leased message's next visibility to <paramref name="visibility"/> from now: a longer lease, or a retry later.</summary>
    /// <returns>The message with its new receipt, or null when the lease was lost.</returns>
    ValueTask<QueueMessage?> UpdateAsync(
        QueueName queue,
        QueueMessage message,
        TimeSpan visibility,
        CancellationToken cancellationToken
    );

    /// <summary>Removes a leased message: its work is done.</summary>
    /// <returns>False when the lease was lost and the message stays for somebody else.</returns>
    ValueTask<bool> CompleteAsync(QueueName queue, QueueMessage message, CancellationToken cancellationToken);

    /// <summary>Moves a leased message to the poison queue. A crash in between may leave it in both, never in neither.</summary>
    /// <returns>False when the lease was lost and the message stays for somebody else.</returns>
    ValueTask<bool> PoisonAsync(QueueName queue, QueueMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Completes when a message may have become visible: one was put here, a delay or lease ran out, or at the latest after a second
    /// (another process may have put one). Spurious wake-ups are fine.
    /// </summary>
    ValueTask WaitAsync(QueueName queue, CancellationToken cancellationToken);

    /// <summary>
    /// Reads given-up messages, oldest first as far as the store knows, without changing them. May give fewer than are there: a queue of the cloud
    /// shows 32, and the others when these are replayed or dropped.
    /// </summary>
    ValueTask<IReadOnlyList<PoisonMessage>> ListPoisonAsync(
        QueueName queue,
        int maxMessages,
        CancellationToken cancellationToken
    );

    /// <summary>Puts a given-up message back as if new. A crash in between may leave it in both places, never in neither.</summary>
    /// <returns>False when there is none of that identity.</returns>
    ValueTask<bool> ReplayPoisonAsync(QueueName queue, string id, CancellationToken cancellationToken);

    /// <summary>Removes a given-up message for good.</summary>
    /// <returns>False when there is none of that identity.</returns>
    ValueTask<bool> DropPoisonAsync(QueueName queue, string id, CancellationToken cancellationToken);

    /// <summary>
    /// When the earliest message of the queue becomes (or became) visible, or null for an empty queue. A store that does not tell when a hidden
    /// message comes gives the time to look again.
    /// </summary>
    ValueTask<DateTimeOffset?> NextVisibleAsync(QueueName queue, CancellationToken cancellationToken);
}
