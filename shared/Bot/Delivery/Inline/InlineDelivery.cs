using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Bot.Delivery.Slots;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Bot.Delivery.Inline;

/// <summary>
/// Makes a card right that was sent from an inline query. There is no chat to write to: whatever cannot be edited is forgotten, and nothing is ever sent
/// anew.
/// </summary>
/// <param name="reader">Reads the state of the request.</param>
/// <param name="composer">Makes the card.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="sender">Edits cards.</param>
/// <param name="gate">Keeps to the bot's own send slots; nothing is known of the chat's.</param>
/// <param name="logger">The log.</param>
public sealed partial class InlineDelivery(
    RequestStateReader reader,
    InlineComposer composer,
    CardStore cards,
    CardSender sender,
    SlotGate gate,
    ILogger<InlineDelivery> logger
)
{
    private const int MaxRounds = 8;

    private static readonly TimeSpan AfterContention = TimeSpan.FromSeconds(1);

    /// <summary>Does one job.</summary>
    /// <param name="job">The card.</param>
    /// <param name="dequeueCount">How often the message was received; above 1 an earlier run may have reached Telegram.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <exception cref="Storage.StorageException">The store failed; running the job again is safe.</exception>
    public async Task HandleAsync(DeliveryJob job, int dequeueCount, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        job = dequeueCount > 1 ? job with { Redelivered = true } : job;
        var key = new RequestKey(job.RequestKey!);
        if (await cards.GetAsync(key, job.Recipient!, cancellationToken) is { Row.Inline: not null } stored)
        {
            await RunAsync(job, stored, cancellationToken);
        }
    }

    private async Task RunAsync(DeliveryJob job, StoredCard stored, CancellationToken cancellationToken)
    {
        var superseded =
            job.Reservation is not null
            && !string.Equals(job.Reservation, stored.Row.Reservation, StringComparison.Ordinal);
        if (superseded || !await gate.EnterAsync(job, SlotRequest.NoChat, 1, cancellationToken))
        {
            return;
        }

        // What an earlier run of the job has shown is not known: the row forgets what it believes.
        var current = job.Redelivered ? stored with { Row = stored.Row with { Hash = null } } : stored;
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await StepAsync(job, current, cancellationToken) is not { } next)
            {
                return;
            }

            current = next;
        }

        Log.Contended(logger, job.RequestKey!, job.Recipient!);
        await gate.PutBackAsync(job, SlotRequest.NoChat, AfterContention, false, cancellationToken);
    }

    /// <summary>Makes the card right once.</summary>
    /// <returns>The row to go on from because it changed meanwhile, or null when the job is over.</returns>
    private async Task<StoredCard?> StepAsync(DeliveryJob job, StoredCard current, CancellationToken cancellationToken)
    {
        var row = current.Row;
        if (await reader.ReadAsync(row.Request, cancellationToken) is not { } state)
        {
            return null;
        }

        ComposedCard card;
        try
        {
            (card, var follows) = await composer.ComposeAsync(state, row.Inline!, cancellationToken);
            if (!string.Equals(card.Hash, row.Hash, StringComparison.Ordinal))
            {
                await sender.EditAsync(row, 0, card, cancellationToken);
            }

            if (!follows)
            {
                await DropAsync(current, cancellationToken);
                return null;
            }
        }
        catch (TelegramApiException exception)
        {
            await HandleAsync(job, current, exception, cancellationToken);
            return null;
        }

        return await FinishAsync(job, current, card, cancellationToken);
    }

    private async Task<StoredCard?> FinishAsync(
        DeliveryJob job,
        StoredCard current,
        ComposedCard card,
        CancellationToken cancellationToken
    )
    {
        var mine = job.Reservation is not null;
        var next = current.Row with
        {
            Hash = card.Hash,
            Revision = card.Revision,
            State = CardState.Delivered,
            Error = null,
            Reservation = mine ? null : current.Row.Reservation,
            DueAt = mine ? null : current.Row.DueAt,
        };
        if (next == current.Row || await cards.WriteAsync(current, next, cancellationToken) is not null)
        {
            Log.Delivered(logger, job.RequestKey!, job.Recipient!, card.Revision);
            return null;
        }

        var fresh = await cards.GetAsync(current.Row.Request, current.Row.Recipient.RowKey, cancellationToken);
        return
            fresh is null || (mine && !string.Equals(job.Reservation, fresh.Row.Reservation, StringComparison.Ordinal))
            ? null
            : fresh with
            {
                Row = fresh.Row with { Hash = card.Hash, Revision = card.Revision },
            };
    }

    private async Task HandleAsync(
        DeliveryJob job,
        StoredCard current,
        TelegramApiException exception,
        CancellationToken cancellationToken
    )
    {
        Log.Failed(logger, job.RequestKey!, job.Recipient!, exception.ErrorCode, exception.ErrorClass);
        var verdict = DeliveryRule.Decide(exception.ErrorClass, exception.RetryAfter, null, job.Attempt, true);
        if (verdict is DeliveryVerdict.PutBack putBack)
        {
            await gate.PutBackAsync(job, SlotRequest.NoChat, putBack.Delay, false, cancellationToken);
            return;
        }

        await DropAsync(current, cancellationToken);
    }

    /// <summary>Whatever version is there now: nothing that anybody wrote meanwhile brings the message back.</summary>
    private ValueTask DropAsync(StoredCard current, CancellationToken cancellationToken)
    {
        Log.Dropped(logger, current.Row.Request.Value, current.Row.Recipient.RowKey);
        return cards.DeleteAsync(current.Row, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Inline card of request {RequestKey}, {Recipient}: revision {Revision}."
        )]
        public static partial void Delivered(ILogger logger, string requestKey, string recipient, long revision);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Inline card of request {RequestKey}, {Recipient}: Telegram answered {ErrorCode}, class {ErrorClass}."
        )]
        public static partial void Failed(
            ILogger logger,
            string requestKey,
            string recipient,
            int errorCode,
            TelegramErrorClass errorClass
        );

        [LoggerMessage(
            3,
            LogLevel.Information,
            "Inline card of request {RequestKey}, {Recipient}: followed no longer."
        )]
        public static partial void Dropped(ILogger logger, string requestKey, string recipient);

        [LoggerMessage(
            4,
            LogLevel.Warning,
            "Inline card of request {RequestKey}, {Recipient}: the row changes too fast; again soon."
        )]
        public static partial void Contended(ILogger logger, string requestKey, string recipient);
    }
}
