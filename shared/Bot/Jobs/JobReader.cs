using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentBot.Bot.Jobs;

/// <summary>Reads jobs back from the texts of queue messages.</summary>
public static class JobReader
{
    /// <summary>Reads a message of the notifications queue.</summary>
    /// <param name="body">The message's text.</param>
    /// <exception cref="JsonException">The text is no such job, or of a newer form.</exception>
    public static FanOutJob ReadFanOut(string body) => Read(body, JobJsonContext.Default.JobEnvelopeFanOutJob);

    /// <summary>Reads a message of the deliveries queue.</summary>
    /// <param name="body">The message's text.</param>
    /// <exception cref="JsonException">The text is no such job, or of a newer form.</exception>
    public static DeliveryJob ReadDelivery(string body) => Read(body, JobJsonContext.Default.JobEnvelopeDeliveryJob);

    /// <summary>Reads a message of the decisions queue.</summary>
    /// <param name="body">The message's text.</param>
    /// <exception cref="JsonException">The text is no such job, or of a newer form.</exception>
    public static DecisionJob ReadDecision(string body) => Read(body, JobJsonContext.Default.JobEnvelopeDecisionJob);

    /// <summary>The trace a message was put in, whatever the job.</summary>
    /// <param name="body">The message's text.</param>
    /// <returns>The <c>traceparent</c> as written, unchecked; null when there is none, or the text is no message of ours.</returns>
    public static string? ReadTraceparent(string body)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isTrace = reader.ValueTextEquals("traceparent"u8);
                if (reader.Read() && isTrace)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The function that reads the job says what is wrong with it.
            return null;
        }

        return null;
    }

    private static T Read<T>(string body, JsonTypeInfo<JobEnvelope<T>> typeInfo)
        where T : class
    {
        var envelope = JsonSerializer.Deserialize(body, typeInfo);
        return envelope is { V: > 0 and <= JobEnvelope<T>.CurrentVersion, Data: { } data }
            ? data
            : throw new JsonException("The queue message has a form this version does not know.");
    }
}
