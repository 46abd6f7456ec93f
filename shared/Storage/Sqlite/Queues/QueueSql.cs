namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>The statements of the queues, and the queues' names in the file.</summary>
internal static class QueueSql
{
    /// <summary>Parameters: id, queue, visible at, body.</summary>
    public const string Put =
        "INSERT INTO queue_messages (id, queue, visible_at, dequeue_count, receipt, body) VALUES (?, ?, ?, 0, 0, ?)";

    /// <summary>Parameters: queue, now, limit. Column: id.</summary>
    public const string FindVisible =
        "SELECT id FROM queue_messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?";

    /// <summary>Parameters: id, visible at, receipt. Columns: body, dequeue count.</summary>
    public const string Lease =
        "UPDATE queue_messages SET visible_at = ?2, receipt = ?3, dequeue_count = dequeue_count + 1 WHERE id = ?1 RETURNING body, dequeue_count";

    /// <summary>Parameters: id, receipt, queue, now, visible at, new receipt.</summary>
    public const string Update =
        "UPDATE queue_messages SET visible_at = ?5, receipt = ?6 WHERE id = ?1 AND receipt = ?2 AND queue = ?3 AND visible_at > ?4";

    /// <summary>Parameters: id, receipt, queue, now.</summary>
    public const string Complete =
        "DELETE FROM queue_messages WHERE id = ?1 AND receipt = ?2 AND queue = ?3 AND visible_at > ?4";

    /// <summary>Parameters: id, receipt, queue, now. Copies; deleting is <see cref="Complete"/>.</summary>
    public const string CopyToPoison = """
        INSERT INTO queue_poison (id, queue, poisoned_at, dequeue_count, body)
        SELECT id, queue, ?4, dequeue_count, body FROM queue_messages
        WHERE id = ?1 AND receipt = ?2 AND queue = ?3 AND visible_at > ?4
        """;

    /// <summary>Parameter: queue. Column: visible at.</summary>
    public const string NextVisible =
        "SELECT visible_at FROM queue_messages WHERE queue = ? ORDER BY visible_at LIMIT 1";

    /// <summary>Parameters: queue, limit. Columns: id, body, dequeue count, poisoned at.</summary>
    public const string ListPoison =
        "SELECT id, body, dequeue_count, poisoned_at FROM queue_poison WHERE queue = ? ORDER BY poisoned_at, id LIMIT ?";

    /// <summary>Parameters: id, queue, now. Copies; deleting is <see cref="DropPoison"/>.</summary>
    public const string CopyFromPoison = """
        INSERT INTO queue_messages (id, queue, visible_at, dequeue_count, receipt, body)
        SELECT id, queue, ?3, 0, 0, body FROM queue_poison WHERE id = ?1 AND queue = ?2
        """;

    /// <summary>Parameters: id, queue.</summary>
    public const string DropPoison = "DELETE FROM queue_poison WHERE id = ?1 AND queue = ?2";

    private static readonly string[] Names = [.. Enum.GetNames<QueueName>().Select(name => name.ToLowerInvariant())];

    /// <summary>A queue's name in the file.</summary>
    public static string NameOf(QueueName queue) => Names[(int)queue];
}
