using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>What happens to a card after a call to Telegram failed.</summary>
/// <param name="cards">The rows of the cards.</param>
/// <param name="reachability">Learns who cannot be reached.</param>
/// <param name="groups">The groups, which learn where they moved.</param>
/// <param name="groupFaults">Knows what keeps cards from groups.</param>
/// <param name="gate">Puts jobs back.</param>
/// <param name="options">How patient delivery is.</param>
/// <param name="logger">The log.</param>
public sealed partial class CardFaults(
    CardStore cards,
    ReachabilityKeeper reachability,
    GroupWatch groups,
    GroupFaults groupFaults,
    SlotGate gate,
    DeliveryOptions options,
    ILogger<CardFaults> logger
)
{
    /// <summary>Reacts to an error.</summary>
    /// <param name="job">The job that failed.</param>
    /// <param name="reached">The row as far as the job came, with the version it was read under.</param>
    /// <param name="exception">The error.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    internal async Task HandleAsync(
        DeliveryJob job,
        StoredCard reached,
        TelegramApiException exception,
        CancellationToken cancellationToken
    )
    {
        if (await groupFaults.IsStrandedAsync(reached.Row, exception, cancellationToken))
        {
            await SendAnewAsync(job, reached, cancellationToken);
            return;
        }

        if (await groupFaults.TakeAsync(reached.Row, exception, cancellationToken) is { } state)
        {
            var owed = reached with { Row = reached.Row with { InInbox = true } };
            await EndAsync(owed, state, exception.Reason, cancellationToken);
            return;
        }

        await ReactAsync(job, reached, exception, cancellationToken);
    }

    private Task ReactAsync(
        DeliveryJob job,
        StoredCard reached,
        TelegramApiException exception,
        CancellationToken cancellationToken
    )
    {
        var row = reached.Row;
        var repeatable = row.MessageId is not null;
        var verdict = DeliveryRule.Decide(
            exception.ErrorClass,
            exception.RetryAfter,
            exception.MigrateToChatId,
            job.Attempt,
            repeatable
        );
        Log.Failed(
            logger,
            row.Request.Value,
            row.Recipient.RowKey,
            exception.Method,
            exception.ErrorCode,
            exception.ErrorClass
        );
        return verdict switch
        {
            DeliveryVerdict.PutBack putBack => PutBackAsync(
                job,
                reached,
                putBack.Delay,
                exception.RetryAfter is not null,
                cancellationToken
            ),
            DeliveryVerdict.Unknown => NoteUnknownAsync(job, reached, cancellationToken),
            DeliveryVerdict.SendAnew => SendAnewAsync(job, reached, cancellationToken),
            DeliveryVerdict.Moved moved => MoveAsync(job, reached, moved.ChatId, cancellationToken),
            DeliveryVerdict.Unreachable => UnreachableAsync(reached, exception, cancellationToken),
            DeliveryVerdict.Done => EndAsync(reached, CardState.Delivered, null, cancellationToken),
            _ => EndAsync(reached, CardState.Failed, exception.Reason, cancellationToken),
        };
    }

    /// <summary>
    /// Notes that a message was perhaps sent. After a while the card is sent again, unless the first message has shown itself by then, through a
    /// tap on one of its buttons. The whiles grow, and after a few the card is left unknown until the request changes: a chat whose answers get lost
    /// must not fill with copies.
    /// </summary>
    /// <param name="job">The job whose outcome nobody knows.</param>
    /// <param name="reached">The row.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    internal async Task NoteUnknownAsync(DeliveryJob job, StoredCard reached, CancellationToken cancellationToken)
    {
        Log.Unknown(logger, reached.Row.Request.Value, reached.Row.Recipient.RowKey);
        if (DeliveryRule.AfterUnknown(options.UnknownGrace, job.Unknowns) is not { } grace)
        {
            await EndAsync(reached, CardState.Unknown, null, cancellationToken);
            return;
        }

        // It is the job of the reservation from now on, even if it came as a second one: nobody else knows of the message that was perhaps sent.
        var later = job with
        {
            Unknowns = job.Unknowns + 1,
            Insurance = false,
        };
        await gate.PutBackAsync(later, reached.Row.ChatId ?? 0, grace, false, cancellationToken);
        await WriteAsync(reached, row => row with { State = CardState.Unknown }, cancellationToken);
    }

    private async Task PutBackAsync(
        DeliveryJob job,
        StoredCard reached,
        TimeSpan delay,
        bool asked,
        CancellationToken cancellationToken
    )
    {
        await gate.PutBackAsync(job, reached.Row.ChatId ?? 0, delay, asked, cancellationToken);
        await WriteAsync(reached, row => row, cancellationToken);
    }

    private async Task SendAnewAsync(DeliveryJob job, StoredCard reached, CancellationToken cancellationToken)
    {
        var reservation = job.Reservation ?? Guid.NewGuid().ToString("N");
        await WriteAsync(
            reached,
            row =>
                row with
                {
                    MessageId = null,
                    Hash = null,
                    State = CardState.Pending,
                    Reservation = row.Reservation ?? reservation,
                    DueAt = row.DueAt ?? row.UpdatedAt,
                },
            cancellationToken
        );
        var next = job with { Reservation = reservation, Redelivered = false };
        await gate.PutBackAsync(next, reached.Row.ChatId ?? 0, TimeSpan.Zero, false, cancellationToken);
    }

    private async Task MoveAsync(DeliveryJob job, StoredCard reached, long chatId, CancellationToken cancellationToken)
    {
        await groups.MovedAsync(reached.Row.ChatId!.Value, chatId, cancellationToken);
        await gate.PutBackAsync(job, chatId, TimeSpan.Zero, false, cancellationToken);
        await WriteAsync(reached, row => row, cancellationToken);
    }

    private async Task UnreachableAsync(
        StoredCard reached,
        TelegramApiException exception,
        CancellationToken cancellationToken
    )
    {
        // The row first: what follows looks at it again, to tell the initiator.
        await EndAsync(reached, CardState.Unreachable, exception.Reason, cancellationToken);
        if (reached.Row is { Recipient.Person: not null, ChatId: { } chatId })
        {
            await reachability.NoteAsync(chatId, exception, cancellationToken);
        }
    }

    private Task EndAsync(StoredCard reached, CardState state, string? error, CancellationToken cancellationToken) =>
        WriteAsync(
            reached,
            row => row with { State = state, Error = error, Reservation = null, DueAt = null, WaitsForFiles = false },
            cancellationToken
        );

    /// <summary>Writes a change to the row, keeping what this run sent and what others wrote meanwhile.</summary>
    private async Task WriteAsync(
        StoredCard reached,
        Func<CardRow, CardRow> change,
        CancellationToken cancellationToken
    )
    {
        var current = reached;
        while (await cards.WriteAsync(current, change(current.Row), cancellationToken) is null)
        {
            if (
                await cards.GetAsync(reached.Row.Request, reached.Row.Recipient.RowKey, cancellationToken)
                is not { } fresh
            )
            {
                return;
            }

            current = fresh with
            {
                Row = fresh.Row with
                {
                    MessageId = fresh.Row.MessageId ?? reached.Row.MessageId,
                    ChatId = fresh.Row.ChatId ?? reached.Row.ChatId,
                    SentFiles = [.. fresh.Row.SentFiles.Union(reached.Row.SentFiles, StringComparer.Ordinal)],
                    FilesMessageId = fresh.Row.FilesMessageId ?? reached.Row.FilesMessageId,
                },
            };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Card of request {RequestKey} for {Recipient}: {Method} answered {ErrorCode}, class {ErrorClass}."
        )]
        public static partial void Failed(
            ILogger logger,
            string requestKey,
            string recipient,
            string method,
            int errorCode,
            TelegramErrorClass errorClass
        );

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Card of request {RequestKey} for {Recipient}: perhaps sent, no answer came. It is sent again after a while."
        )]
        public static partial void Unknown(ILogger logger, string requestKey, string recipient);
    }
}
