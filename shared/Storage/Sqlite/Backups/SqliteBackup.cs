using System.Globalization;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Backups;

/// <summary>
/// Copies of an SQLite file by SQLite's own online backup. Blobs, and with them attachments, lie in the same file: one copy has everything.
/// </summary>
/// <param name="path">The database file, as for <see cref="SqliteDatabase"/>.</param>
/// <param name="timeProvider">The clock that names the file kept by <see cref="Restore"/>.</param>
public sealed class SqliteBackup(string path, TimeProvider timeProvider) : IStorageBackup
{
    private const string OneFile = "PRAGMA journal_mode = DELETE";
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Long enough for a command that is just ending, too short for a bot.</summary>
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public long Save(string file)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no database file {path} yet, so there is nothing to copy.");
        }

        if (File.Exists(file))
        {
            throw new IOException($"{file} exists already; a copy never replaces a file.");
        }

        var partial = file + ".partial";
        File.Delete(partial);
        try
        {
            using (var source = SqliteConnection.Open(path, BusyTimeout))
            {
                CopyToNewFile(source, partial);
            }

            File.Move(partial, file, overwrite: false);
        }
        finally
        {
            File.Delete(partial);
        }

        return new FileInfo(file).Length;
    }

    /// <inheritdoc />
    public RestoreResult Restore(string file)
    {
        var found = BackupExamination.Examine(file);
        if (found != RestoreOutcome.Restored)
        {
            return new RestoreResult(found);
        }

        try
        {
            return File.Exists(path) ? Replace(file) : new RestoreResult(Fill(file));
        }
        catch (StorageException exception) when (SqliteErrors.IsBusy(exception))
        {
            return new RestoreResult(RestoreOutcome.InUse);
        }
    }

    private RestoreResult Replace(string file)
    {
        var kept = string.Create(
            CultureInfo.InvariantCulture,
            $"{path}.before-restore-{timeProvider.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}"
        );
        if (File.Exists(kept))
        {
            throw new IOException($"{kept} exists already; try again in a second.");
        }

        try
        {
            using var live = SqliteConnection.Open(path, SettleTimeout);
            LockOut(live);
            CopyToNewFile(live, kept);
            Fill(live, file);
        }
        catch (StorageException exception) when (SqliteErrors.IsUnreadable(exception))
        {
            // What is there cannot be read, let alone copied; that is why somebody restores. Its bytes may still be worth something.
            File.Delete(kept);
            SqliteFile.Move(path, kept);
            Fill(file);
        }

        return new RestoreResult(RestoreOutcome.Restored, kept);
    }

    private RestoreOutcome Fill(string file)
    {
        SqliteFile.Create(path);
        using var live = SqliteConnection.Open(path, SettleTimeout);
        LockOut(live);
        Fill(live, file);
        return RestoreOutcome.Restored;
    }

    private static void Fill(SqliteConnection live, string file)
    {
        using var copy = SqliteConnection.OpenReadOnly(file);
        copy.CopyTo(live);
    }

    /// <summary>Takes the file for this connection alone until it is closed. Whoever has it open, even idle, holds a lock that bars the way out of write-ahead logging.</summary>
    private static void LockOut(SqliteConnection live)
    {
        live.ExecuteScript("PRAGMA locking_mode = EXCLUSIVE");
        live.ExecuteScript(OneFile);
        live.ExecuteScript("BEGIN EXCLUSIVE; COMMIT");
    }

    private static void CopyToNewFile(SqliteConnection source, string file)
    {
        SqliteFile.Create(file);
        using var copy = SqliteConnection.Open(file, BusyTimeout);
        source.CopyTo(copy);

        // A copy of a file with a write-ahead log says that it has one too.
        copy.ExecuteScript(OneFile);
        if (!BackupExamination.IsSound(copy))
        {
            throw new StorageException("The copy is damaged, so the database file is.", SqliteErrors.Damaged);
        }
    }
}
