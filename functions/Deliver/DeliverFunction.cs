using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Jobs;
using PaymentBot.Functions.Hosting;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Deliver;

/// <summary>Queue <c>deliveries</c>: makes one card in one chat right.</summary>
/// <param name="handler">Does the work.</param>
internal sealed class DeliverFunction(DeliveryHandler handler) : IQueueFunction
{
    /// <inheritdoc />
    public QueueName Queue => QueueName.Deliveries;

    /// <inheritdoc />
    public Task RunAsync(string body, int dequeueCount, CancellationToken cancellationToken) =>
        handler.HandleAsync(JobReader.ReadDelivery(body), dequeueCount, cancellationToken);
}
