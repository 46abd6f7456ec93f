using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Backups;

/// <summary>Finds out whether a file is a whole copy of a store that this program can read.</summary>
internal static class BackupExamination
{
    /// <summary>Looks at the file without changing it.</summary>
    /// <returns><see cref="RestoreOutcome.Restored"/> when it may be brought back, or why not.</returns>
    public static RestoreOutcome Examine(string file)
    {
        if (!File.Exists(file))
        {
            return RestoreOutcome.NotFound;
        }

        try
        {
            using var copy = SqliteConnection.OpenReadOnly(file);
            return Examine(copy);
        }
        catch (StorageException exception) when (SqliteErrors.IsUnreadable(exception))
        {
            return exception.ErrorCode is "SQLITE_CORRUPT" ? RestoreOutcome.Damaged : RestoreOutcome.NotACopy;
        }
    }

    /// <summary>Whether every page and every row is in order.</summary>
    public static bool IsSound(SqliteConnection copy) =>
        string.Equals(copy.ReadString("PRAGMA integrity_check(1)"), "ok", StringComparison.Ordinal);

    private static RestoreOutcome Examine(SqliteConnection copy)
    {
        var version = Schema.ReadVersion(copy);
        var tables = copy.ReadInt64("SELECT count(*) FROM sqlite_master WHERE name IN ('sequence', 'queue_messages')");
        if (version < 1 || tables < 2)
        {
            return RestoreOutcome.NotACopy;
        }

        if (version > Schema.CurrentVersion)
        {
            return RestoreOutcome.TooNew;
        }

        return IsSound(copy) ? RestoreOutcome.Restored : RestoreOutcome.Damaged;
    }
}
