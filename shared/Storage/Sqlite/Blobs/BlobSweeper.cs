using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Blobs;

/// <summary>
/// Removes content that no blob shows: what a killed upload left, and what was replaced or deleted. Both get an hour: the first because it may be
/// the living upload of another process, the second so that those who are reading it can finish.
/// </summary>
internal sealed class BlobSweeper(ReadPool reads, WriteLoop writes, TimeProvider timeProvider)
{
    /// <summary>How long an orphan rests untouched before it is removed.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    // 4 MB a transaction, so that other writers never wait long.
    private const int ChunksAtOnce = 16;

    /// <summary>Makes an orphan of what a blob shows now, if it exists.</summary>
    public static void Abandon(WriteSession session, string name, DateTimeOffset now)
    {
        using var find = session.Connection.Use(BlobSql.Find);
        if (find.Bind(1, name).Step())
        {
            using var add = session.Connection.Use(BlobSql.AddOrphan);
            add.Bind(1, find.GetInt64(0)).Bind(2, now.UtcTicks).Step();
        }
    }

    /// <summary>Removes all orphans that have rested long enough.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (FindRested() is { } content)
        {
            await RemoveAsync(content, cancellationToken);
        }
    }

    /// <summary>Removes one orphan, some chunks at a time.</summary>
    public async Task RemoveAsync(long content, CancellationToken cancellationToken)
    {
        while (!await writes.RunAsync(session => RemoveSome(session, content), cancellationToken))
        {
            // There are more chunks.
        }
    }

    private static bool RemoveSome(WriteSession session, long content)
    {
        using var chunks = session.Connection.Use(BlobSql.DeleteChunks);
        chunks
            .Bind(1, BlobSql.ChunkKey(content, 0))
            .Bind(2, BlobSql.ChunkKey(content + 1, 0))
            .Bind(3, ChunksAtOnce)
            .Step();
        if (session.Connection.Changes == ChunksAtOnce)
        {
            return false;
        }

        using var orphan = session.Connection.Use(BlobSql.RemoveOrphan);
        orphan.Bind(1, content).Step();
        return true;
    }

    private long? FindRested() =>
        reads.Read(
            (timeProvider.GetUtcNow() - Rest).UtcTicks,
            static (connection, since) =>
            {
                using var statement = connection.Use(BlobSql.FindOrphan);
                return statement.Bind(1, since).Step() ? statement.GetInt64(0) : (long?)null;
            }
        );
}
