using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Inline;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Delivery.Slots;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>Finds out whether a card that was sent from an inline query has to be edited.</summary>
/// <param name="composer">Makes the card.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class InlineAssessor(InlineComposer composer, CardStore cards, TimeProvider timeProvider)
{
    /// <summary>After this long a reservation counts as lost with its job.</summary>
    private static readonly TimeSpan ReservationLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Judges one card.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="stored">The row as it was read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The card to schedule, or null when it is right or a job for it is waiting.</returns>
    internal async Task<WantedCard?> AssessAsync(
        RequestState state,
        StoredCard stored,
        CancellationToken cancellationToken
    )
    {
        var current = stored;
        while (current.Row.Inline is { } message)
        {
            if (!Waits(current.Row))
            {
                var (card, _) = await composer.ComposeAsync(state, message, cancellationToken);
                return string.Equals(card.Hash, current.Row.Hash, StringComparison.Ordinal)
                    ? null
                    : new WantedCard(current.Row, current, SlotRequest.NoChat, 1, null);
            }

            // The new version tells a delivery that is just running that it read too early.
            if (await cards.WriteAsync(current, current.Row, cancellationToken) is not null)
            {
                return null;
            }

            if (
                await cards.GetAsync(current.Row.Request, current.Row.Recipient.RowKey, cancellationToken)
                is not { } fresh
            )
            {
                return null;
            }

            current = fresh;
        }

        return null;
    }

    private bool Waits(CardRow row) =>
        row.Reservation is not null && row.DueAt > timeProvider.GetUtcNow() - ReservationLifetime;
}
