using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentBot.Approvals;

namespace PaymentBot.Erp;

/// <summary>The answer to <c>GET /api/erp/decisions</c>: the events that would be posted otherwise, and where to go on.</summary>
public static class DecisionList
{
    /// <summary>The most decisions in one answer.</summary>
    public const int Max = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body in UTF-8: <c>{"cursor": "...", "decisions": [...]}</c>.</summary>
    /// <param name="cursor">What to ask with to get only what is younger.</param>
    /// <param name="decisions">The decisions, the oldest first.</param>
    public static byte[] Write(string cursor, IEnumerable<Decision> decisions)
    {
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("cursor", cursor);
            writer.WriteStartArray("decisions");
            foreach (var decision in decisions)
            {
                writer.WriteRawValue(DecisionEvent.Write(decision), skipInputValidation: true);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
