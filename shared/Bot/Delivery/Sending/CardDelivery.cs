using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>
/// Runs a card job: reads the row, lets <see cref="CardMaker"/> do what it lacks, and writes the row under its version. When the row
/// changed meanwhile, somebody may know more than this run did, so it looks again.
/// </summary>
/// <param name="reader">Reads the state of the request.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="targets">Finds the chat of a recipient.</param>
/// <param name="maker">Makes a card right.</param>
/// <param name="gate">Keeps to the send slots.</param>
/// <param name="faults">Knows what to do after an error.</param>
/// <param name="logger">The log.</param>
public sealed partial class CardDelivery(
    RequestStateReader reader,
    CardStore cards,
    TargetResolver targets,
    CardMaker maker,
    SlotGate gate,
    CardFaults faults,
    ILogger<CardDelivery> logger
)
{
    private const int MaxRounds = 8;

    private static readonly TimeSpan AfterContention = TimeSpan.FromSeconds(1);

    /// <summary>Does one job.</summary>
    /// <param name="job">The card.</param>
    /// <param name="dequeueCount">How often the message was received; above 1 an earlier run may have reached Telegram.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <exception cref="StorageException">The store failed; running the job again is safe.</exception>
    public async Task HandleAsync(DeliveryJob job, int dequeueCount, CancellationToken cancellationToken)
    {
        job = dequeueCount > 1 ? job with { Redelivered = true } : job;
        var key = new RequestKey(job.RequestKey!);
        var stored = await cards.GetAsync(key, job.Recipient!, cancellationToken);
        if (stored is null || !MayRun(job, stored.Row))
        {
            Log.Superseded(logger, key.Value, job.Recipient!);
            return;
        }

        if (stored.Row.ChatId is { } chatId && !await gate.EnterAsync(job, chatId, 1, cancellationToken))
        {
            return;
        }

        if (job.Redelivered && stored.Row.MessageId is null && job.Unknowns == 0)
        {
            await faults.NoteUnknownAsync(job, stored, cancellationToken);
            return;
        }

        await RunAsync(job, stored, job.Redelivered, cancellationToken);
    }

    /// <summary>A first message is sent only by the job that holds the reservation, so that it is sent once.</summary>
    private static bool MayRun(DeliveryJob job, CardRow row) =>
        !(job.Insurance && row.State == CardState.Unknown) && Holds(job, row);

    private static bool Holds(DeliveryJob job, CardRow row) =>
        job.Reservation is null
            ? row.MessageId is not null
            : string.Equals(job.Reservation, row.Reservation, StringComparison.Ordinal);

    private static bool IsMine(DeliveryJob job, CardRow row) =>
        job.Reservation is not null && string.Equals(job.Reservation, row.Reservation, StringComparison.Ordinal);

    private async Task RunAsync(DeliveryJob job, StoredCard stored, bool force, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await TryMakeAsync(job, stored, force && round == 0, cancellationToken) is not var (reached, state))
            {
                return;
            }

            if (await FinishAsync(job, stored, reached, cancellationToken))
            {
                await maker.TidyAsync(state, stored.Row, reached, cancellationToken);
                return;
            }

            if (await cards.GetAsync(stored.Row.Request, job.Recipient!, cancellationToken) is not { } fresh)
            {
                return;
            }

            stored = fresh with { Row = CardRowMerge.Merge(fresh.Row, stored.Row, reached) };
        }

        // Others write faster than this run can look: later there is a quieter moment. But what was sent is noted first, or it would be sent again.
        Log.Contended(logger, job.RequestKey!, job.Recipient!);
        await NoteAsync(stored, cancellationToken);
        await gate.PutBackAsync(job, stored.Row.ChatId ?? 0, AfterContention, false, cancellationToken);
    }

    /// <summary>Writes down what this run has done, however often others are faster.</summary>
    private async Task NoteAsync(StoredCard stored, CancellationToken cancellationToken)
    {
        var before = stored.Row;
        while (await cards.WriteAsync(stored, stored.Row, cancellationToken) is null)
        {
            if (await cards.GetAsync(before.Request, before.Recipient.RowKey, cancellationToken) is not { } fresh)
            {
                return;
            }

            stored = fresh with { Row = CardRowMerge.Merge(fresh.Row, before, stored.Row) };
        }
    }

    /// <summary>Makes the card right, or reacts to the fault that kept it from being so.</summary>
    /// <returns>The row as it became and the state it shows, or null when this job is over.</returns>
    private async Task<(CardRow Reached, RequestState State)?> TryMakeAsync(
        DeliveryJob job,
        StoredCard stored,
        bool force,
        CancellationToken cancellationToken
    )
    {
        if (await reader.ReadAsync(stored.Row.Request, cancellationToken) is not { } state)
        {
            return null;
        }

        var reached = stored.Row;
        try
        {
            var resolved = await targets.ResolveAsync(stored.Row.Recipient, cancellationToken);
            reached = await maker.MakeAsync(
                state,
                stored.Row,
                resolved,
                force,
                row => reached = row,
                cancellationToken
            );
            return (reached, state);
        }
        catch (TelegramApiException exception)
        {
            await faults.HandleAsync(job, stored with { Row = reached }, exception, cancellationToken);
            return null;
        }
    }

    /// <summary>Writes the row, and lets the reservation go if it is this job's.</summary>
    /// <returns>False when the row changed meanwhile.</returns>
    private async Task<bool> FinishAsync(
        DeliveryJob job,
        StoredCard stored,
        CardRow reached,
        CancellationToken cancellationToken
    )
    {
        var next = IsMine(job, reached)
            ? reached with
            {
                Reservation = null,
                DueAt = null,
                WaitsForFiles = false,
            }
            : reached;
        if (next != stored.Row && await cards.WriteAsync(stored, next, cancellationToken) is null)
        {
            return false;
        }

        Log.Delivered(logger, job.RequestKey!, job.Recipient!, next.State, next.Revision, next.MessageId);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Card of request {RequestKey} for {Recipient}: nothing for this job to do.")]
        public static partial void Superseded(ILogger logger, string requestKey, string recipient);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Card of request {RequestKey} for {Recipient}: the row changes too fast; again soon."
        )]
        public static partial void Contended(ILogger logger, string requestKey, string recipient);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "Card of request {RequestKey} for {Recipient}: {State}, revision {Revision}, message {MessageId}."
        )]
        public static partial void Delivered(
            ILogger logger,
            string requestKey,
            string recipient,
            CardState state,
            long revision,
            long? messageId
        );
    }
}
