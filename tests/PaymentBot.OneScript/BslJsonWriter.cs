using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentBot.OneScript;

/// <summary>ЗаписьJSON. It refuses dates and fractions: the platforms write them differently.</summary>
internal sealed class BslJsonWriter : IBslObject
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string _text = string.Empty;

    public string Type => "ЗаписьJSON";

    public object? Call(string name, object?[] arguments) =>
        name.ToUpperInvariant() switch
        {
            "УСТАНОВИТЬСТРОКУ" => null,
            "ЗАКРЫТЬ" => _text,
            _ => throw new BslException($"{Type} has no method {name}."),
        };

    public object? Write(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, value);
        }

        _text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return null;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case decimal number when number == decimal.Truncate(number):
                writer.WriteNumberValue((long)number);
                break;
            case List<object?> list:
                writer.WriteStartArray();
                list.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case BslStructure structure:
                WriteObject(writer, structure.Entries);
                break;
            case BslMap map:
                WriteObject(writer, map.Entries.Select(pair => KeyValuePair.Create((string)pair.Key, pair.Value)));
                break;
            default:
                throw new BslException($"{BslTypes.Of(value)} cannot be written as JSON.");
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in entries)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
