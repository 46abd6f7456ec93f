using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Delivery.Slots;
using PaymentBot.Bot.Jobs;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>Gives each wanted card a send slot, a reservation and a job.</summary>
/// <param name="cards">The rows of the cards.</param>
/// <param name="slots">Hands out send slots.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="options">How patient delivery is.</param>
public sealed class CardScheduler(
    CardStore cards,
    SendSlots slots,
    JobSender jobs,
    TimeProvider timeProvider,
    DeliveryOptions options
)
{
    private const int FirstRun = 4;

    /// <summary>By then the job of a reservation has run, or is waiting for a retry of its own.</summary>
    private static readonly TimeSpan InsuranceDelay = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Schedules cards, in the given order and in runs that double: the slots of the first few are still to come when their jobs are in the
    /// queue, and while they are sent the next run is prepared. Slots that passed meanwhile would be used all at once, faster than Telegram allows.
    /// </summary>
    /// <param name="wanted">The cards.</param>
    /// <param name="cancellationToken">Ends the work; fan-out does it again.</param>
    internal async Task ScheduleAsync(IReadOnlyList<WantedCard> wanted, CancellationToken cancellationToken)
    {
        var size = FirstRun;
        for (var done = 0; done < wanted.Count; done += size, size *= 2)
        {
            size = Math.Min(size, wanted.Count - done);
            await ScheduleRunAsync([.. wanted.Skip(done).Take(size)], cancellationToken);
        }
    }

    /// <summary>
    /// Puts a second job for every reservation, in case a run of fan-out stopped between the row and its job. It holds the same reservation, so
    /// the one that comes first leaves nothing for the other.
    /// </summary>
    /// <param name="rows">The rows of the request.</param>
    /// <param name="cancellationToken">Ends the work; fan-out does it again.</param>
    internal async Task InsureAsync(IEnumerable<StoredCard> rows, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            rows.Select(stored => stored.Row)
                .Where(row => row.Reservation is not null)
                .Select(row => InsureAsync(row, cancellationToken).AsTask())
        );
    }

    private ValueTask InsureAsync(CardRow row, CancellationToken cancellationToken)
    {
        var job = DeliveryJob.EditCard(row.Request.Value, row.Recipient.RowKey) with
        {
            Reservation = row.Reservation,
            Insurance = true,
        };
        var now = timeProvider.GetUtcNow();
        var due = row.DueAt > now ? row.DueAt.Value - now : TimeSpan.Zero;
        return jobs.DeliverAsync(job, due + options.UnknownGrace + InsuranceDelay, cancellationToken);
    }

    private async Task ScheduleRunAsync(IReadOnlyList<WantedCard> run, CancellationToken cancellationToken)
    {
        var requests = run.Select(card => new SlotRequest(card.ChatId, card.Weight)).ToList();
        var times = await slots.ReserveAsync(requests, cancellationToken);
        await Task.WhenAll(run.Select((card, index) => ScheduleAsync(card, times[index], cancellationToken)));
    }

    /// <summary>
    /// The row first: a job that finds no reservation of its own does nothing. Stopping between the two leaves a reservation without a
    /// job, which the next receipt of this message insures.
    /// </summary>
    private async Task ScheduleAsync(WantedCard card, DateTimeOffset slot, CancellationToken cancellationToken)
    {
        var dueAt = card.NotBefore > slot ? card.NotBefore.Value : slot;
        var reservation = Guid.NewGuid().ToString("N");
        var next = card.Row with { Reservation = reservation, DueAt = dueAt };
        if (await cards.WriteAsync(card.Stored, next, cancellationToken) is null)
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
