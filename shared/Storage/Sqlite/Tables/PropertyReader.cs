using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PaymentBot.Storage.Sqlite.Engine;

namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>Reads what <see cref="PropertyWriter"/> wrote.</summary>
internal ref struct PropertyReader
{
    private ReadOnlySpan<byte> _rest;

    private PropertyReader(ReadOnlySpan<byte> stored) => _rest = stored;

    /// <summary>Sets a row's properties from their stored form.</summary>
    /// <exception cref="StorageException">The bytes do not follow the format.</exception>
    public static void Read(ReadOnlySpan<byte> stored, TableEntity into)
    {
        var reader = new PropertyReader(stored);
        try
        {
            if (reader.Take(1)[0] != PropertyWriter.Format)
            {
                throw Damaged();
            }

            while (!reader._rest.IsEmpty)
            {
                reader.ReadProperty(into);
            }
        }
        catch (ArgumentException exception)
        {
            throw Damaged(exception);
        }
    }

    private void ReadProperty(TableEntity into)
    {
        var tag = (PropertyTag)Take(1)[0];
        var name = Encoding.UTF8.GetString(TakeBytes());
        into[name] = tag switch
        {
            PropertyTag.Text => Encoding.UTF8.GetString(TakeBytes()),
            PropertyTag.RawText => new string(MemoryMarshal.Cast<byte, char>(TakeBytes())),
            PropertyTag.False => false,
            PropertyTag.True => true,
            PropertyTag.Bytes => TakeBytes().ToArray(),
            _ => ReadFixed(tag),
        };
    }

    private object ReadFixed(PropertyTag tag) =>
        tag switch
        {
            PropertyTag.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))),
            PropertyTag.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))),
            PropertyTag.Double => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double))),
            PropertyTag.DateTimeOffset => ReadInstant(),
            PropertyTag.Guid => new Guid(Take(16)),
            _ => throw Damaged(),
        };

    private DateTimeOffset ReadInstant()
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));
        var offset = BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset));
    }

    private ReadOnlySpan<byte> TakeBytes()
    {
        uint length = 0;
        var shift = 0;
        byte part;
        do
        {
            part = Take(1)[0];
            length |= (part & 0x7Fu) << shift;
            shift += 7;
        } while (part >= 0x80);

        return Take((int)length);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static StorageException Damaged(Exception? cause = null) =>
        new("A stored row does not follow the format.", SqliteErrors.Damaged, cause);
}
