using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Jobs;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Queues;

/// <summary>Queue <c>deliveries</c>: makes one card in one chat right.</summary>
/// <param name="edge">Stands around the work.</param>
/// <param name="handler">Does the work.</param>
public sealed class DeliverFunction(MessageEdge edge, DeliveryHandler handler)
{
    /// <summary>Works on one message.</summary>
    /// <param name="message">Its text.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="dequeueCount">Which attempt this is, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    [Function("Deliver")]
    public Task RunAsync(
        [QueueTrigger(QueueNames.Deliveries)] string message,
        string id,
        int dequeueCount,
        CancellationToken cancellationToken
    ) =>
        edge.RunAsync(
            new QueuedMessage(QueueName.Deliveries, message, id, dequeueCount),
            (body, token) => handler.HandleAsync(JobReader.ReadDelivery(body), dequeueCount, token),
            cancellationToken
        );
}
