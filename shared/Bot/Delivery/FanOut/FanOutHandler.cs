using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>
/// Works out which cards of a request are not right and schedules one delivery for each, spaced so that Telegram's limits hold. Running it
/// again, at any time and in any order, does no harm.
/// </summary>
/// <param name="reader">Reads the state of the request.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="assessor">Judges one card.</param>
/// <param name="inline">Judges a card that was sent from an inline query.</param>
/// <param name="scheduler">Schedules deliveries.</param>
/// <param name="aftermath">Does what nobody waits for.</param>
/// <param name="logger">The log.</param>
public sealed partial class FanOutHandler(
    RequestStateReader reader,
    CardStore cards,
    CardAssessor assessor,
    InlineAssessor inline,
    CardScheduler scheduler,
    FanOutAftermath aftermath,
    ILogger<FanOutHandler> logger
)
{
    private readonly FanOutTurns _turns = new();

    /// <summary>Does one job, alone among those of its request in this process; several that wait are done by one run.</summary>
    /// <param name="job">Which request.</param>
    /// <param name="dequeueCount">How often the message was received; above 1 an earlier run may have stopped half-way.</param>
    /// <param name="cancellationToken">Ends the wait; the message comes again. The run, which may be that of others too, goes on.</param>
    /// <exception cref="Storage.StorageException">The store failed; running the job again is safe.</exception>
    public Task HandleAsync(FanOutJob job, int dequeueCount, CancellationToken cancellationToken) =>
        _turns
            .RunAsync(
                job.RequestKey,
                dequeueCount > 1,
                redelivered => RunAsync(job, redelivered, CancellationToken.None)
            )
            .WaitAsync(cancellationToken);

    private async Task RunAsync(FanOutJob job, bool redelivered, CancellationToken cancellationToken)
    {
        var key = new RequestKey(job.RequestKey);
        if (await reader.ReadAsync(key, cancellationToken) is not { } state)
        {
            Log.NoSuchRequest(logger, job.RequestKey);
            return;
        }

        var rows = await cards.ListAsync(key, cancellationToken);
        var plan = RecipientPlan.Of(state.Request, rows.Values.Select(stored => stored.Row.Recipient));
        if (redelivered)
        {
            await scheduler.InsureAsync(rows.Values, cancellationToken);
        }

        var assessed = await Task.WhenAll(
            plan.Select(recipient =>
                AssessAsync(state, recipient, rows.GetValueOrDefault(recipient.RowKey), cancellationToken)
            )
        );
        var wanted = assessed.OfType<WantedCard>().ToList();
        await scheduler.ScheduleAsync(wanted, cancellationToken);
        await aftermath.RunAsync(state, redelivered, cancellationToken);
        Log.FannedOut(logger, job.RequestKey, state.Request.Revision, plan.Count, wanted.Count);
    }

    private Task<WantedCard?> AssessAsync(
        RequestState state,
        Recipient recipient,
        StoredCard? stored,
        CancellationToken cancellationToken
    ) =>
        stored is { Row.Inline: not null }
            ? inline.AssessAsync(state, stored, cancellationToken)
            : assessor.AssessAsync(state, recipient, stored, cancellationToken);

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
