using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Answers;

namespace PaymentBot.Erp;

/// <summary>
/// A decision as a CloudEvents 1.0 document in structured mode (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md).
/// The bytes depend on the decision alone, so every retry sends the same body.
/// </summary>
public static class DecisionEvent
{
    /// <summary>The content type of the body.</summary>
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    /// <summary>The event's type; a change that old receivers cannot take would change its version.</summary>
    public const string Type = "payment-request.decided.v1";

    /// <summary>The type of an event that asks for nothing: whoever checks signatures may answer it with any 4xx but 401.</summary>
    public const string PingType = "paymentbot.ping.v1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body in UTF-8.</summary>
    /// <param name="decision">The decision to hand over.</param>
    public static byte[] Write(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Write(decision.Id, Type, decision.DecidedAt, decision);
    }

    /// <summary>The body of an event that asks for nothing, in UTF-8.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="now">The time.</param>
    public static byte[] WritePing(string id, DateTimeOffset now) => Write(id, PingType, now, decision: null);

    private static byte[] Write(string id, string type, DateTimeOffset time, Decision? decision)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("specversion", "1.0");
            writer.WriteString("id", id);
            writer.WriteString("source", "/paymentbot");
            writer.WriteString("type", type);
            if (decision is not null)
            {
                writer.WriteString("subject", decision.RequestId.Value);
            }

            writer.WriteString("time", InstantConverter.Text(time));
            if (decision is not null)
            {
                WriteData(writer, decision);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteData(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteStartObject("data");
        writer.WriteString("decisionId", decision.Id);
        writer.WriteString("requestId", decision.RequestId.Value);
        writer.WriteNumber("revision", decision.Revision);
        writer.WriteString("contentHash", decision.ContentHash);
        writer.WriteNumber("stage", decision.Stage);
        writer.WriteString("decision", decision.Kind == DecisionKind.Approve ? "approve" : "reject");
        writer.WriteString("comment", decision.Comment);
        writer.WriteStartObject("actor");
        writer.WriteString("erpId", decision.Approver.ErpId.Value);
        writer.WriteString("email", decision.Approver.Email);
        writer.WriteNumber("telegramId", decision.TelegramUserId);
        writer.WriteNull("onBehalfOf");
        writer.WriteString("authenticatedAt", InstantConverter.Text(decision.AuthenticatedAt));
        writer.WriteEndObject();
        writer.WriteString("decidedAt", InstantConverter.Text(decision.DecidedAt));
        writer.WriteEndObject();
    }
}

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
