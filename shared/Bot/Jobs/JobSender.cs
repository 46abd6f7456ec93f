using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Jobs;

/// <summary>Puts jobs into their queues, each with the trace it was put in.</summary>
/// <param name="queues">The queues.</param>
public sealed class JobSender(IQueueSender queues)
{
    /// <summary>Asks for every card of a request to be made right.</summary>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; putting again is safe.</exception>
    public ValueTask NotifyAsync(RequestKey key, CancellationToken cancellationToken) =>
        PutAsync(
            QueueName.Notifications,
            new FanOutJob(key.Value),
            JobJsonContext.Default.JobEnvelopeFanOutJob,
            TimeSpan.Zero,
            cancellationToken
        );

    /// <summary>Puts a delivery.</summary>
    /// <param name="job">What to do.</param>
    /// <param name="delay">How long to wait, 0 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; putting again is safe.</exception>
    public ValueTask DeliverAsync(DeliveryJob job, TimeSpan delay, CancellationToken cancellationToken) =>
        PutAsync(QueueName.Deliveries, job, JobJsonContext.Default.JobEnvelopeDeliveryJob, delay, cancellationToken);

    /// <summary>Puts a decision that is to be handed to the ERP.</summary>
    /// <param name="job">Which decision.</param>
    /// <param name="delay">How long to wait, 0 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; putting again is safe.</exception>
    public ValueTask SubmitAsync(DecisionJob job, TimeSpan delay, CancellationToken cancellationToken) =>
        PutAsync(QueueName.Decisions, job, JobJsonContext.Default.JobEnvelopeDecisionJob, delay, cancellationToken);

    private ValueTask PutAsync<T>(
        QueueName queue,
        T job,
        JsonTypeInfo<JobEnvelope<T>> typeInfo,
        TimeSpan delay,
        CancellationToken cancellationToken
    )
    {
        var envelope = new JobEnvelope<T>(JobEnvelope<T>.CurrentVersion, job)
        {
            Traceparent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
        };
        var body = JsonSerializer.Serialize(envelope, typeInfo);
        return queues.PutAsync(queue, body, delay < TimeSpan.Zero ? TimeSpan.Zero : delay, cancellationToken);
    }
}
