using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>How the host writes values into <c>Data</c> and <c>Metadata</c>: as pieces of JSON.</summary>
internal static class WireValue
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text: serialised, and that again.</summary>
    public static string Text(string value) => NewtonsoftText.Quote(NewtonsoftText.Quote(value));

    /// <summary>A number: a string of its digits.</summary>
    public static string Number(long value) => NewtonsoftText.Quote(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A moment: ISO 8601 with whole seconds.</summary>
    public static string Moment(DateTimeOffset value) =>
        NewtonsoftText.Quote(value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    /// <summary>Bytes: base64, once.</summary>
    public static string Bytes(ReadOnlySpan<byte> value) => NewtonsoftText.Quote(Convert.ToBase64String(value));

    /// <summary>An object: as it is.</summary>
    public static string Object(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            value.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
