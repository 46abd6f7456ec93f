using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.Inline;

/// <summary>Takes in cards that were sent from inline queries: from then on they follow their request.</summary>
/// <param name="cards">The rows of the cards.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class InlineCards(CardStore cards, JobSender jobs, TimeProvider timeProvider)
{
    /// <summary>Takes a card in, and has it made right; taking it in again changes nothing.</summary>
    /// <param name="key">The request.</param>
    /// <param name="message">The card.</param>
    /// <param name="hash">The hash of what it shows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed; taking it in again is safe.</exception>
    public async ValueTask AddAsync(
        RequestKey key,
        InlineMessage message,
        string hash,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        var recipient = Recipient.OfInline(message.Id);
        var row = new CardRow
        {
            Request = key,
            Recipient = recipient,
            Inline = message,
            State = CardState.Delivered,
            Hash = hash,
            CreatedAt = timeProvider.GetUtcNow(),
        };
        await cards.WriteAsync(null, row, cancellationToken);
        await jobs.DeliverAsync(DeliveryJob.EditCard(key.Value, recipient.RowKey), TimeSpan.Zero, cancellationToken);
    }
}
