using Microsoft.Extensions.Logging;
using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Delivery.Slots;
using PaymentBot.Ledger;

namespace PaymentBot.Delivery.FanOut;

/// <summary>
/// Works out which cards of a request are not right and schedules one delivery for each, spaced so that Telegram's limits hold. Running it
/// again, at any time and in any order, does no harm.
/// </summary>
/// <param name="reader">Reads the state of the request.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="assessor">Judges one card.</param>
/// <param name="slots">Hands out send slots.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class FanOutHandler(
    RequestStateReader reader,
    CardStore cards,
    CardAssessor assessor,
    SendSlots slots,
    JobQueue jobs,
    TimeProvider timeProvider,
    ILogger<FanOutHandler> logger
)
{
    /// <summary>Does one job.</summary>
    /// <param name="job">Which request.</param>
    /// <param name="dequeueCount">How often the message was received; above 1 an earlier run may have stopped half-way.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <exception cref="Storage.StorageException">The store failed; running the job again is safe.</exception>
    public async Task HandleAsync(FanOutJob job, int dequeueCount, CancellationToken cancellationToken)
    {
        var key = new RequestKey(job.RequestKey);
        if (await reader.ReadAsync(key, cancellationToken) is not { } state)
        {
            Log.NoSuchRequest(logger, job.RequestKey);
            return;
        }

        var rows = await cards.ListAsync(key, cancellationToken);
        var plan = RecipientPlan.Of(state.Request, rows.Values.Select(stored => stored.Row.Recipient));
        var trusted = dequeueCount <= 1;
        var assessed = await Task.WhenAll(
            plan.Select(recipient =>
                assessor.AssessAsync(state, recipient, rows.GetValueOrDefault(recipient.RowKey), trusted, cancellationToken)
            )
        );
        var wanted = assessed.OfType<WantedCard>().ToList();
        var requests = wanted.Select(card => new SlotRequest(card.ChatId, card.Weight)).ToList();
        var times = await slots.ReserveAsync(requests, cancellationToken);
        await Task.WhenAll(wanted.Select((card, index) => ScheduleAsync(card, times[index], cancellationToken)));
        Log.FannedOut(logger, job.RequestKey, state.Request.Revision, plan.Count, wanted.Count);
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

        var job = new DeliveryJob
        {
            Kind = DeliveryKind.Card,
            RequestKey = card.Row.Request.Value,
            Recipient = card.Row.Recipient.RowKey,
            Reservation = reservation,
            SlotReserved = true,
        };
        await jobs.DeliverAsync(job, dueAt - timeProvider.GetUtcNow(), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Fan-out of request {RequestKey}: no such request.")]
        public static partial void NoSuchRequest(ILogger logger, string requestKey);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "Fan-out of request {RequestKey} revision {Revision}: {Recipients} recipients, {Scheduled} deliveries."
        )]
        public static partial void FannedOut(
            ILogger logger,
            string requestKey,
            long revision,
            int recipients,
            int scheduled
        );
    }
}
