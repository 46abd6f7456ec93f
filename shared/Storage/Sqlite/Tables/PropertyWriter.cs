using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>
/// Writes the properties of a row: a format byte, then for each property its tag, its name (length, UTF-8) and its value. Numbers are little
/// endian, lengths are 7 bits a byte.
/// </summary>
internal static class PropertyWriter
{
    /// <summary>The first byte of stored properties.</summary>
    public const byte Format = 1;

    /// <summary>The stored form of a row's properties.</summary>
    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var output = new ArrayBufferWriter<byte>(256);
        WriteByte(output, Format);
        foreach (var (name, value) in entity.Properties)
        {
            WriteProperty(output, name, value);
        }

        return output.WrittenMemory;
    }

    private static void WriteProperty(ArrayBufferWriter<byte> output, string name, object value)
    {
        switch (value)
        {
            case string text:
                WriteText(output, name, text);
                break;
            case byte[] bytes:
                WriteName(output, PropertyTag.Bytes, name);
                WriteBytes(output, bytes);
                break;
            case bool truth:
                WriteName(output, truth ? PropertyTag.True : PropertyTag.False, name);
                break;
            default:
                WriteFixed(output, name, value);
                break;
        }
    }

    private static void WriteFixed(ArrayBufferWriter<byte> output, string name, object value)
    {
        var (tag, length) = value switch
        {
            int => (PropertyTag.Int32, sizeof(int)),
            long => (PropertyTag.Int64, sizeof(long)),
            double => (PropertyTag.Double, sizeof(double)),
            DateTimeOffset => (PropertyTag.DateTimeOffset, sizeof(long) + sizeof(short)),
            Guid => (PropertyTag.Guid, 16),
            _ => throw new ArgumentException($"A table cannot hold a {value.GetType().Name}.", nameof(value)),
        };
        WriteName(output, tag, name);
        var span = output.GetSpan(length);
        switch (value)
        {
            case int number:
                BinaryPrimitives.WriteInt32LittleEndian(span, number);
                break;
            case long number:
                BinaryPrimitives.WriteInt64LittleEndian(span, number);
                break;
            case double number:
                BinaryPrimitives.WriteDoubleLittleEndian(span, number);
                break;
            case DateTimeOffset instant:
                BinaryPrimitives.WriteInt64LittleEndian(span, instant.Ticks);
                BinaryPrimitives.WriteInt16LittleEndian(span[sizeof(long)..], (short)instant.TotalOffsetMinutes);
                break;
            case Guid guid:
                guid.TryWriteBytes(span);
                break;
        }

        output.Advance(length);
    }

    private static void WriteText(ArrayBufferWriter<byte> output, string name, string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = ArrayPool<byte>.Shared.Rent(size);
        var status = Utf8.FromUtf16(text, rented, out _, out var written, replaceInvalidSequences: false);
        if (status == OperationStatus.Done)
        {
            WriteName(output, PropertyTag.Text, name);
            WriteBytes(output, rented.AsSpan(0, written));
        }
        else
        {
            WriteName(output, PropertyTag.RawText, name);
            WriteBytes(output, MemoryMarshal.AsBytes(text.AsSpan()));
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private static void WriteName(ArrayBufferWriter<byte> output, PropertyTag tag, string name)
    {
        WriteByte(output, (byte)tag);
        WriteLength(output, Encoding.UTF8.GetByteCount(name));
        Encoding.UTF8.GetBytes(name, output);
    }

    private static void WriteBytes(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        WriteLength(output, bytes.Length);
        output.Write(bytes);
    }

    private static void WriteLength(ArrayBufferWriter<byte> output, int length)
    {
        var rest = (uint)length;
        while (rest >= 0x80)
        {
            WriteByte(output, (byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte(output, (byte)rest);
    }

    private static void WriteByte(ArrayBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
