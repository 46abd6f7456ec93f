using System.Text;
using SQLitePCL;

namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>A prepared statement. Bind, step, read, and dispose: that resets it for its next use. Parameters count from 1, columns from 0.</summary>
internal sealed class SqliteStatement(sqlite3_stmt handle) : IDisposable
{
    private const int KeyBufferSize = 512;

    /// <summary>Binds a whole number.</summary>
    public SqliteStatement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, parameter, value), "bind a number");
        return this;
    }

    /// <summary>Binds text.</summary>
    public SqliteStatement Bind(int parameter, string value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = size <= KeyBufferSize ? stackalloc byte[KeyBufferSize] : new byte[size];
        var length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(handle, parameter, buffer[..length]), "bind a text");
        return this;
    }

    /// <summary>Binds bytes; SQLite takes a copy.</summary>
    public SqliteStatement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        // An empty span has no address, and SQLite takes that for NULL.
        var result = value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, parameter, 0)
            : raw.sqlite3_bind_blob(handle, parameter, value);
        Check(result, "bind bytes");
        return this;
    }

    /// <summary>Runs to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        return result switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw SqliteErrors.Create(result, "run a statement"),
        };
    }

    /// <summary>Reads a whole number.</summary>
    public long GetInt64(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>Reads text.</summary>
    public string GetString(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    /// <summary>Reads text or bytes in place; valid until the next step.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>Makes the statement ready for its next use and ends its read transaction.</summary>
    public void Dispose()
    {
        raw.sqlite3_reset(handle);
        raw.sqlite3_clear_bindings(handle);
    }

    /// <summary>Frees the statement for good.</summary>
    public void Close() => handle.Dispose();

    private static void Check(int result, string action)
    {
        if (result != raw.SQLITE_OK)
        {
            throw SqliteErrors.Create(result, action);
        }
    }
}
