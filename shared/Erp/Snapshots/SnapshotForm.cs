using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentBot.Erp.Snapshots;

/// <summary>How values are written: as they are, for the wire, or so that equal values give equal bytes, for the hash.</summary>
internal sealed class SnapshotForm
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    private readonly bool _canonical;

    private SnapshotForm(bool canonical) => _canonical = canonical;

    public static SnapshotForm Wire { get; } = new(canonical: false);

    public static SnapshotForm Canonical { get; } = new(canonical: true);

    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            Text(writer, value);
        }
    }

    public void Text(Utf8JsonWriter writer, string value)
    {
        if (_canonical)
        {
            // What .NET escapes changes with its Unicode tables; hashes have to outlive an upgrade.
            writer.WriteRawValue(Quote(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    public void Amount(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } amount)
        {
            writer.WriteString(
                name,
                amount.ToString(_canonical ? "0.############################" : null, CultureInfo.InvariantCulture)
            );
        }
    }

    public void Instant(Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            writer.WriteString(
                name,
                _canonical
                    ? instant.UtcDateTime.ToString($"{InstantFormat}'Z'", CultureInfo.InvariantCulture)
                    : instant.ToString($"{InstantFormat}zzz", CultureInfo.InvariantCulture)
            );
        }
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
