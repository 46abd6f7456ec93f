using PaymentBot.Bot.Delivery.FanOut;
using PaymentBot.Bot.Jobs;
using PaymentBot.Functions.Hosting;
using PaymentBot.Storage;

namespace PaymentBot.Functions.FanOut;

/// <summary>Queue <c>notifications</c>: works out who should have a card.</summary>
/// <param name="handler">Does the work.</param>
internal sealed class FanOutFunction(FanOutHandler handler) : IQueueFunction
{
    /// <inheritdoc />
    public QueueName Queue => QueueName.Notifications;

    /// <inheritdoc />
    public Task RunAsync(string body, int dequeueCount, CancellationToken cancellationToken) =>
        handler.HandleAsync(JobReader.ReadFanOut(body), dequeueCount, cancellationToken);
}
