using System.Text;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>Puts messages into SQLite and wakes those who wait in this process.</summary>
internal sealed class SqliteQueueSender(WriteLoop writes, QueueSignals signals, TimeProvider timeProvider)
    : IQueueSender
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    // Text that UTF-8 cannot hold is the caller's mistake, and must not come out changed.
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <inheritdoc />
    public async ValueTask PutAsync(QueueName queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, MaxDelay);
        var bytes = StrictUtf8.GetBytes(body);
        if (bytes.Length > IQueueSender.MaxBodyBytes)
        {
            throw new ArgumentException("A message is at most 1 MB in UTF-8.", nameof(body));
        }

        var visibleAt = (timeProvider.GetUtcNow() + delay).UtcTicks;
        await writes.RunAsync(session => Put(session, queue, bytes, visibleAt), cancellationToken);
        signals.Announce(queue);
    }

    private static bool Put(WriteSession session, QueueName queue, byte[] body, long visibleAt)
    {
        using var statement = session.Connection.Use(QueueSql.Put);
        return statement
            .Bind(1, session.NextNumber())
            .Bind(2, QueueSql.NameOf(queue))
            .Bind(3, visibleAt)
            .Bind(4, body)
            .Step();
    }
}
