using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>Writes a row as the table service takes it: JSON, with the type beside every value that JSON has no type for.</summary>
internal static class EntityWriter
{
    private const string TypeSuffix = "@odata.type";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // Nothing here ends up in a page; Cyrillic stays two bytes instead of six.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A row's body.</summary>
    /// <param name="entity">The row.</param>
    /// <param name="mark">The mark of this write.</param>
    /// <exception cref="ArgumentException">A name or a text is none that a table can hold.</exception>
    /// <exception cref="StorageException">The row is too large.</exception>
    public static ReadOnlyMemory<byte> Write(TableEntity entity, string mark)
    {
        EntityLimits.Require(entity);
        var output = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("PartitionKey", entity.PartitionKey);
        json.WriteString("RowKey", entity.RowKey);
        json.WriteString(WriteMark.PropertyName, mark);
        foreach (var (name, value) in entity.Properties)
        {
            WriteProperty(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                RequireText(text);
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            default:
                WriteTyped(json, name, value);
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case long number:
                json.WriteString(name + TypeSuffix, "Edm.Int64");
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                json.WriteString(name + TypeSuffix, "Edm.DateTime");
                json.WriteString(name, instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Guid guid:
                json.WriteString(name + TypeSuffix, "Edm.Guid");
                json.WriteString(name, guid);
                break;
            case byte[] bytes:
                json.WriteString(name + TypeSuffix, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new ArgumentException($"A table cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        json.WriteString(name + TypeSuffix, "Edm.Double");
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Text that UTF-8 cannot hold is the caller's mistake, and must not come out changed.</summary>
    private static void RequireText(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            StrictUtf8.GetByteCount(text);
        }
    }
}
