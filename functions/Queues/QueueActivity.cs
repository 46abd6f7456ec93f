using System.Diagnostics;
using PaymentBot.Bot.Jobs;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Queues;

/// <summary>The activity of the work on a message, which goes on in the trace the message was put in.</summary>
internal static class QueueActivity
{
    /// <summary>Starts it (https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/).</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="body">The message's text.</param>
    /// <param name="messageId">The message's identity, or null.</param>
    /// <returns>The activity, running.</returns>
    public static Activity Start(QueueName queue, string body, string? messageId)
    {
        var name = queue.ToString().ToLowerInvariant();
        return FunctionActivity
            .Start($"process {name}", ActivityKind.Consumer, JobReader.ReadTraceparent(body))
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", name)
            .SetTag("messaging.message.id", messageId);
    }
}
