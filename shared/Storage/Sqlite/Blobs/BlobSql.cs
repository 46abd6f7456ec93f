namespace PaymentBot.Storage.Sqlite.Blobs;

/// <summary>The statements of the blobs and the arithmetic of chunk keys.</summary>
internal static class BlobSql
{
    /// <summary>The size of every chunk but the last; part of the file format.</summary>
    public const int ChunkSize = 256 * 1024;

    /// <summary>Parameter: name. Columns: content, length.</summary>
    public const string Find = "SELECT content, length FROM blobs WHERE name = ?";

    /// <summary>Parameters: name, content, length.</summary>
    public const string Publish = """
        INSERT INTO blobs (name, content, length) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET content = excluded.content, length = excluded.length
        """;

    /// <summary>Parameter: name.</summary>
    public const string Delete = "DELETE FROM blobs WHERE name = ?";

    /// <summary>Parameters: chunk key, bytes.</summary>
    public const string AddChunk = "INSERT INTO blob_chunks (chunk, bytes) VALUES (?, ?)";

    /// <summary>Parameter: chunk key. Column: bytes.</summary>
    public const string ReadChunk = "SELECT bytes FROM blob_chunks WHERE chunk = ?";

    /// <summary>Parameters: first key, key to stop before, limit.</summary>
    public const string DeleteChunks =
        "DELETE FROM blob_chunks WHERE chunk IN (SELECT chunk FROM blob_chunks WHERE chunk >= ? AND chunk < ? LIMIT ?)";

    /// <summary>Parameters: content, now.</summary>
    public const string AddOrphan = "INSERT INTO blob_orphans (content, touched_at) VALUES (?, ?)";

    /// <summary>Parameters: content, now.</summary>
    public const string TouchOrphan = "UPDATE blob_orphans SET touched_at = ?2 WHERE content = ?1";

    /// <summary>Parameter: content.</summary>
    public const string RemoveOrphan = "DELETE FROM blob_orphans WHERE content = ?";

    /// <summary>Parameter: untouched since. Column: content.</summary>
    public const string FindOrphan =
        "SELECT content FROM blob_orphans WHERE touched_at <= ? ORDER BY touched_at LIMIT 1";

    private const int ChunkBits = 20;

    /// <summary>The key of a content's chunk.</summary>
    /// <param name="content">The content's number.</param>
    /// <param name="index">0 to 2^20, which is one more than the last possible: 256 GB.</param>
    public static long ChunkKey(long content, long index) => (content << ChunkBits) + index;
}
