using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>Leases messages. A lease is a visibility in the future and a receipt; both are set in one transaction, so processes never share one.</summary>
internal sealed class SqliteQueueReceiver(
    ReadPool reads,
    WriteLoop writes,
    QueueSignals signals,
    TimeProvider timeProvider
) : IQueueReceiver
{
    private const int MaxMessages = 32;
    private readonly QueueWait _wait = new(reads, signals, timeProvider);
    private readonly PoisonShelf _poison = new(reads, writes, timeProvider);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(
        QueueName queue,
        int maxMessages,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxMessages, MaxMessages);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();

        // Looking is a read; only a queue that has something costs a write.
        if (_wait.ReadNextVisible(queue) is not { } next || next > timeProvider.GetUtcNow())
        {
            return [];
        }

        return await writes.RunAsync(session => Receive(session, queue, maxMessages, lease), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<QueueMessage?> UpdateAsync(
        QueueName queue,
        QueueMessage message,
        TimeSpan visibility,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visibility, TimeSpan.Zero);
        if (MessageKey.From(message) is not { } key)
        {
            return null;
        }

        var receipt = await writes.RunAsync(session => Update(session, queue, key, visibility), cancellationToken);
        signals.Announce(queue);
        return receipt is { } number ? message with { PopReceipt = MessageKey.Format(number) } : null;
    }

    /// <inheritdoc />
    public async ValueTask<bool> CompleteAsync(
        QueueName queue,
        QueueMessage message,
        CancellationToken cancellationToken
    ) =>
        MessageKey.From(message) is { } key
        && await writes.RunAsync(session => Complete(session, queue, key), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> PoisonAsync(
        QueueName queue,
        QueueMessage message,
        CancellationToken cancellationToken
    ) => MessageKey.From(message) is { } key && await _poison.AddAsync(queue, key, cancellationToken);

    /// <inheritdoc />
    public ValueTask WaitAsync(QueueName queue, CancellationToken cancellationToken) =>
        _wait.WaitAsync(queue, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PoisonMessage>> ListPoisonAsync(
        QueueName queue,
        int maxMessages,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        return ValueTask.FromResult(_poison.List(queue, maxMessages));
    }

    /// <inheritdoc />
    public async ValueTask<bool> ReplayPoisonAsync(QueueName queue, string id, CancellationToken cancellationToken)
    {
        var replayed = await _poison.ReplayAsync(queue, id, cancellationToken);
        signals.Announce(queue);
        return replayed;
    }

    /// <inheritdoc />
    public async ValueTask<bool> DropPoisonAsync(QueueName queue, string id, CancellationToken cancellationToken) =>
        await _poison.DropAsync(queue, id, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextVisibleAsync(QueueName queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_wait.ReadNextVisible(queue));
    }

    private List<QueueMessage> Receive(WriteSession session, QueueName queue, int maxMessages, TimeSpan lease)
    {
        var now = timeProvider.GetUtcNow();
        var messages = new List<QueueMessage>();
        foreach (var id in FindVisible(session, queue, maxMessages, now.UtcTicks))
        {
            var receipt = session.NextNumber();
            using var statement = session.Connection.Use(QueueSql.Lease);
            if (statement.Bind(1, id).Bind(2, (now + lease).UtcTicks).Bind(3, receipt).Step())
            {
                messages.Add(
                    new QueueMessage(
                        MessageKey.Format(id),
                        statement.GetString(0),
                        (int)statement.GetInt64(1),
                        MessageKey.Format(receipt)
                    )
                );
            }
        }

        return messages;
    }

    private static List<long> FindVisible(WriteSession session, QueueName queue, int maxMessages, long now)
    {
        var ids = new List<long>();
        using var statement = session.Connection.Use(QueueSql.FindVisible);
        statement.Bind(1, QueueSql.NameOf(queue)).Bind(2, now).Bind(3, maxMessages);
        while (statement.Step())
        {
            ids.Add(statement.GetInt64(0));
        }

        return ids;
    }

    private long? Update(WriteSession session, QueueName queue, MessageKey key, TimeSpan visibility)
    {
        var now = timeProvider.GetUtcNow();
        var receipt = session.NextNumber();
        using var statement = session.Connection.Use(QueueSql.Update);
        BindLease(statement, queue, key, now).Bind(5, (now + visibility).UtcTicks).Bind(6, receipt).Step();
        return session.Connection.Changes > 0 ? receipt : null;
    }

    private bool Complete(WriteSession session, QueueName queue, MessageKey key)
    {
        using var statement = session.Connection.Use(QueueSql.Complete);
        BindLease(statement, queue, key, timeProvider.GetUtcNow()).Step();
        return session.Connection.Changes > 0;
    }

    private static SqliteStatement BindLease(
        SqliteStatement statement,
        QueueName queue,
        MessageKey key,
        DateTimeOffset now
    ) => statement.Bind(1, key.Id).Bind(2, key.Receipt).Bind(3, QueueSql.NameOf(queue)).Bind(4, now.UtcTicks);
}
