using PaymentBot.Bot.Delivery.Inline;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Bot.Jobs;

namespace PaymentBot.Bot.Delivery;

/// <summary>Runs one message of the deliveries queue.</summary>
/// <param name="cards">Runs card jobs.</param>
/// <param name="inline">Runs jobs of cards that were sent from inline queries.</param>
/// <param name="messages">Runs all others.</param>
public sealed class DeliveryHandler(CardDelivery cards, InlineDelivery inline, MessageDelivery messages)
{
    /// <summary>Does one job.</summary>
    /// <param name="job">What to do.</param>
    /// <param name="dequeueCount">How often the message was received, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <exception cref="Storage.StorageException">The store failed; running the job again is safe.</exception>
    public Task HandleAsync(DeliveryJob job, int dequeueCount, CancellationToken cancellationToken) =>
        job.Kind switch
        {
            DeliveryKind.Card when Recipient.IsInline(job.Recipient) => inline.HandleAsync(
                job,
                dequeueCount,
                cancellationToken
            ),
            DeliveryKind.Card => cards.HandleAsync(job, dequeueCount, cancellationToken),
            _ => messages.HandleAsync(job, dequeueCount, cancellationToken),
        };
}
