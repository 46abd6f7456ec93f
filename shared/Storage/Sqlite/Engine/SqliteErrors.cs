using SQLitePCL;

namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>Turns SQLite's result codes (https://www.sqlite.org/rescode.html) into the port's exception, without any row contents.</summary>
internal static class SqliteErrors
{
    /// <summary>The schema of the file was written by a newer version of the program.</summary>
    public const string SchemaTooNew = "SchemaTooNew";

    /// <summary>Stored bytes do not follow the format.</summary>
    public const string Damaged = "Damaged";

    /// <summary>The blob was replaced or deleted while it was being read or written.</summary>
    public const string BlobChanged = "BlobChanged";

    /// <summary>A fault of the adapter itself.</summary>
    public const string InternalError = "InternalError";

    /// <summary>The exception for a result code, which may be an extended one.</summary>
    public static StorageException Create(int resultCode, string action)
    {
        var name = NameOf(resultCode & 0xff);
        return new StorageException($"SQLite could not {action}: {name} ({resultCode}).", name);
    }

    /// <summary>Whether a file is no database, or one that is damaged.</summary>
    public static bool IsUnreadable(StorageException exception) =>
        exception.ErrorCode is "SQLITE_CORRUPT" or "SQLITE_NOTADB" or Damaged;

    /// <summary>Whether another connection holds a lock, as <see cref="IsBusy(int)"/>.</summary>
    public static bool IsBusy(StorageException exception) =>
        exception.ErrorCode is "SQLITE_BUSY" or "SQLITE_LOCKED" or "SQLITE_PROTOCOL";

    /// <summary>Whether another connection holds a lock that passes by itself.</summary>
    public static bool IsBusy(int resultCode) =>
        (resultCode & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL;

    private static string NameOf(int primaryCode) => primaryCode < Names.Length ? Names[primaryCode] : "SQLITE_ERROR";

    // By number, 0 to 26.
    private static readonly string[] Names =
    [
        "SQLITE_OK",
        "SQLITE_ERROR",
        "SQLITE_INTERNAL",
        "SQLITE_PERM",
        "SQLITE_ABORT",
        "SQLITE_BUSY",
        "SQLITE_LOCKED",
        "SQLITE_NOMEM",
        "SQLITE_READONLY",
        "SQLITE_INTERRUPT",
        "SQLITE_IOERR",
        "SQLITE_CORRUPT",
        "SQLITE_NOTFOUND",
        "SQLITE_FULL",
        "SQLITE_CANTOPEN",
        "SQLITE_PROTOCOL",
        "SQLITE_EMPTY",
        "SQLITE_SCHEMA",
        "SQLITE_TOOBIG",
        "SQLITE_CONSTRAINT",
        "SQLITE_MISMATCH",
        "SQLITE_MISUSE",
        "SQLITE_NOLFS",
        "SQLITE_AUTH",
        "SQLITE_FORMAT",
        "SQLITE_RANGE",
        "SQLITE_NOTADB",
    ];
}
