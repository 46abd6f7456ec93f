using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentBot.Erp.Snapshots;

/// <summary>How values are written: as they are, for the wire, or so that equal values give equal bytes, for the hash.</summary>
/// <param name="writer">Where to.</param>
/// <param name="canonical">Whether equal values give equal bytes.</param>
internal sealed class SnapshotForm(Utf8JsonWriter writer, bool canonical)
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Utf8JsonWriter Writer => writer;

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            Text(value);
        }
    }

    public void Text(string value)
    {
        if (canonical)
        {
            // What .NET escapes changes with its Unicode tables; hashes have to outlive an upgrade.
            writer.WriteRawValue(Quote(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    public void Amount(string name, decimal? value)
    {
        if (value is { } amount)
        {
            writer.WriteString(
                name,
                amount.ToString(canonical ? "0.############################" : null, CultureInfo.InvariantCulture)
            );
        }
    }

    public void Instant(string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            writer.WriteString(
                name,
                canonical
                    ? instant.UtcDateTime.ToString($"{InstantFormat}'Z'", CultureInfo.InvariantCulture)
                    : instant.ToString($"{InstantFormat}zzz", CultureInfo.InvariantCulture)
            );
        }
    }

    public void List<T>(string name, IEnumerable<T> items, Action<SnapshotForm, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(this, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>A JSON string with the fewest escapes (as in RFC 8785).</summary>
    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
