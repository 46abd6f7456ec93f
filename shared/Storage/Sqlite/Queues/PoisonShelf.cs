using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>Messages that were given up. Each move is one transaction: a message is in its queue or here, never in both or neither.</summary>
internal sealed class PoisonShelf(ReadPool reads, WriteLoop writes, TimeProvider timeProvider)
{
    /// <summary>Moves a leased message here.</summary>
    /// <returns>False when the lease was lost.</returns>
    public Task<bool> AddAsync(QueueName queue, MessageKey key, CancellationToken cancellationToken) =>
        writes.RunAsync(session => Add(session, queue, key), cancellationToken);

    /// <summary>The oldest messages.</summary>
    public IReadOnlyList<PoisonMessage> List(QueueName queue, int maxMessages) =>
        reads.Read((queue, maxMessages), static (connection, wanted) => List(connection, wanted));

    /// <summary>Moves a message back to its queue as if new.</summary>
    public async Task<bool> ReplayAsync(QueueName queue, string id, CancellationToken cancellationToken) =>
        MessageKey.ParseId(id) is { } number
        && await writes.RunAsync(session => Replay(session, queue, number), cancellationToken);

    /// <summary>Removes a message.</summary>
    public async Task<bool> DropAsync(QueueName queue, string id, CancellationToken cancellationToken) =>
        MessageKey.ParseId(id) is { } number
        && await writes.RunAsync(session => Drop(session, queue, number), cancellationToken);

    private bool Add(WriteSession session, QueueName queue, MessageKey key)
    {
        var now = timeProvider.GetUtcNow().UtcTicks;
        return Run(QueueSql.CopyToPoison) && Run(QueueSql.Complete);

        bool Run(string sql)
        {
            using var statement = session.Connection.Use(sql);
            statement.Bind(1, key.Id).Bind(2, key.Receipt).Bind(3, QueueSql.NameOf(queue)).Bind(4, now).Step();
            return session.Connection.Changes > 0;
        }
    }

    private bool Replay(WriteSession session, QueueName queue, long id)
    {
        using var copy = session.Connection.Use(QueueSql.CopyFromPoison);
        copy.Bind(1, id).Bind(2, QueueSql.NameOf(queue)).Bind(3, timeProvider.GetUtcNow().UtcTicks).Step();
        return session.Connection.Changes > 0 && Drop(session, queue, id);
    }

    private static bool Drop(WriteSession session, QueueName queue, long id)
    {
        using var statement = session.Connection.Use(QueueSql.DropPoison);
        statement.Bind(1, id).Bind(2, QueueSql.NameOf(queue)).Step();
        return session.Connection.Changes > 0;
    }

    private static List<PoisonMessage> List(SqliteConnection connection, (QueueName Queue, int MaxMessages) wanted)
    {
        var messages = new List<PoisonMessage>();
        using var statement = connection.Use(QueueSql.ListPoison);
        statement.Bind(1, QueueSql.NameOf(wanted.Queue)).Bind(2, wanted.MaxMessages);
        while (statement.Step())
        {
            messages.Add(
                new PoisonMessage(
                    MessageKey.Format(statement.GetInt64(0)),
                    statement.GetString(1),
                    (int)statement.GetInt64(2),
                    new DateTimeOffset(statement.GetInt64(3), TimeSpan.Zero)
                )
            );
        }

        return messages;
    }
}
