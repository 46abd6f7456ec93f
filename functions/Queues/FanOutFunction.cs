using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Delivery.FanOut;
using PaymentBot.Bot.Jobs;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Queues;

/// <summary>Queue <c>notifications</c>: who should have a card now.</summary>
/// <param name="edge">Stands around the work.</param>
/// <param name="handler">Does the work.</param>
public sealed class FanOutFunction(MessageEdge edge, FanOutHandler handler)
{
    /// <summary>Works on one message.</summary>
    /// <param name="message">Its text.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="dequeueCount">Which attempt this is, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    [Function("FanOut")]
    public Task RunAsync(
        [QueueTrigger(QueueNames.Notifications)] string message,
        string id,
        int dequeueCount,
        CancellationToken cancellationToken
    ) =>
        edge.RunAsync(
            new QueuedMessage(QueueName.Notifications, message, id, dequeueCount),
            (body, token) => handler.HandleAsync(JobReader.ReadFanOut(body), dequeueCount, token),
            cancellationToken
        );
}
