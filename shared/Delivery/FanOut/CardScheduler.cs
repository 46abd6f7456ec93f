using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Delivery.Slots;

namespace PaymentBot.Delivery.FanOut;

/// <summary>Gives each wanted card a send slot, a reservation and a job.</summary>
/// <param name="cards">The rows of the cards.</param>
/// <param name="slots">Hands out send slots.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class CardScheduler(CardStore cards, SendSlots slots, JobSender jobs, TimeProvider timeProvider)
{
    /// <summary>Schedules cards, in the given order.</summary>
    /// <param name="wanted">The cards.</param>
    /// <param name="cancellationToken">Ends the work; fan-out does it again.</param>
    internal async Task ScheduleAsync(IReadOnlyList<WantedCard> wanted, CancellationToken cancellationToken)
    {
        var requests = wanted.Select(card => new SlotRequest(card.ChatId, card.Weight)).ToList();
        var times = await slots.ReserveAsync(requests, cancellationToken);
        await Task.WhenAll(wanted.Select((card, index) => ScheduleAsync(card, times[index], cancellationToken)));
    }

    /// <summary>
    /// The row first: a job that finds no reservation of its own does nothing. Stopping between the two leaves a reservation without a
    /// job, which the next receipt of this message does not trust.
    /// </summary>
    private async Task ScheduleAsync(WantedCard card, DateTimeOffset slot, CancellationToken cancellationToken)
    {
        var dueAt = card.NotBefore > slot ? card.NotBefore.Value : slot;
        var reservation = Guid.NewGuid().ToString("N");
        var next = card.Row with { Reservation = reservation, DueAt = dueAt };
        if (await cards.WriteAsync(card.ETag, next, cancellationToken) is null)
        {
            await jobs.NotifyAsync(card.Row.Request, cancellationToken);
            return;
        }

        var job = DeliveryJob.EditCard(card.Row.Request.Value, card.Row.Recipient.RowKey) with
        {
            Reservation = reservation,
            SlotReserved = true,
        };
        await jobs.DeliverAsync(job, dueAt - timeProvider.GetUtcNow(), cancellationToken);
    }
}
