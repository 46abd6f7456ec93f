using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>Finds out whether the card of one recipient has to be sent or edited, and keeps the person's inbox.</summary>
/// <param name="targets">Finds the chat of a recipient.</param>
/// <param name="composer">Makes the card.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="inboxes">What waits for people, and what groups lack.</param>
/// <param name="notices">Tells the initiator of an approver who is not reached.</param>
/// <param name="options">How patient delivery is.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class CardAssessor(
    TargetResolver targets,
    CardComposer composer,
    CardStore cards,
    CardInboxes inboxes,
    InitiatorNotices notices,
    DeliveryOptions options,
    TimeProvider timeProvider
)
{
    /// <summary>After this long a reservation counts as lost with its job.</summary>
    private static readonly TimeSpan ReservationLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Judges one card.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="recipient">Who the card is for.</param>
    /// <param name="stored">The row as it was read, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The card to schedule, or null when it is right or a job for it is waiting.</returns>
    internal async Task<WantedCard?> AssessAsync(
        RequestState state,
        Recipient recipient,
        StoredCard? stored,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var resolved = await targets.ResolveAsync(recipient, cancellationToken);
            if (resolved.Blocked && recipient.Person is { } person)
            {
                await notices.ApproverUnreachableAsync(state, person, cancellationToken);
            }

            var row = stored?.Row ?? NewRow(state.Stored.Key, recipient);
            row = await inboxes.KeepAsync(state, row, resolved, cancellationToken);
            if (await FindWorkAsync(state, row, resolved, cancellationToken) is { } work)
            {
                return work with { Stored = stored };
            }

            if (await SettleAsync(stored, row, resolved, cancellationToken))
            {
                return null;
            }

            stored = await cards.GetAsync(state.Stored.Key, recipient.RowKey, cancellationToken);
        }
    }

    private static bool OwesFiles(RequestState state, CardRow row, CardTarget target) =>
        CardFiles.GoAlong(row.Recipient, target)
        && state.Available.Any(file => !row.SentFiles.Contains(file.Id, StringComparer.Ordinal));

    private static CardState StateWithoutChat(CardRow row, ResolvedTarget resolved)
    {
        if (resolved.Blocked)
        {
            return CardState.Unreachable;
        }

        if (resolved.Target is null)
        {
            return CardState.Unlinked;
        }

        // Somebody who was away is back, and the card is still right.
        return row is { State: CardState.Unreachable, MessageId: not null } ? CardState.Delivered : row.State;
    }

    private CardRow NewRow(RequestKey key, Recipient recipient) =>
        new()
        {
            Request = key,
            Recipient = recipient,
            CreatedAt = timeProvider.GetUtcNow(),
        };

    private async Task<WantedCard?> FindWorkAsync(
        RequestState state,
        CardRow row,
        ResolvedTarget resolved,
        CancellationToken cancellationToken
    )
    {
        if (resolved.HasLeft(row))
        {
            return Waiting(row, state) ? null : new WantedCard(row, null, row.ChatId!.Value, 1, null);
        }

        if (resolved.Target is not { } target || resolved.Blocked || Waiting(row, state))
        {
            return null;
        }

        return await CompareAsync(state, row, target, cancellationToken);
    }

    /// <summary>A job for the card is waiting and will read the state when it runs; a second one would only use up a slot.</summary>
    private bool Waiting(CardRow row, RequestState state) =>
        row.Reservation is not null
        && row.DueAt > timeProvider.GetUtcNow() - ReservationLifetime
        && !(row.WaitsForFiles && state.Missing.Count == 0);

    private async Task<WantedCard?> CompareAsync(
        RequestState state,
        CardRow row,
        CardTarget target,
        CancellationToken cancellationToken
    )
    {
        var owesFiles = OwesFiles(state, row, target);
        if (row.MessageId is not null && !owesFiles)
        {
            var limit = row.IsCaption ? CardContext.MaxCaption : CardContext.MaxText;
            var card = await composer.ComposeAsync(state, row.Recipient, target, limit, cancellationToken);
            if (string.Equals(card.Hash, row.Hash, StringComparison.Ordinal))
            {
                return null;
            }
        }

        var weight = 1 + (owesFiles ? state.Available.Count : 0);
        var waits = AwaitsFiles(state, row, target);
        var next = row with
        {
            ChatId = row.MessageId is null ? target.ChatId : row.ChatId,
            ThreadId = row.MessageId is null ? target.ThreadId : row.ThreadId,
            State = row.MessageId is null ? CardState.Pending : row.State,
            WaitsForFiles = waits,
        };
        return new WantedCard(next, null, target.ChatId, weight, waits ? row.CreatedAt + options.FilesGrace : null);
    }

    private bool AwaitsFiles(RequestState state, CardRow row, CardTarget target) =>
        CardFiles.GoAlong(row.Recipient, target)
        && row.MessageId is null
        && state.Missing.Count > 0
        && timeProvider.GetUtcNow() < row.CreatedAt + options.FilesGrace;

    /// <summary>
    /// Writes what there is to write when no job is wanted. A row with a waiting job is always written: the new version tells a delivery that
    /// is just running that it read too early.
    /// </summary>
    /// <returns>False when the row changed meanwhile and has to be judged anew.</returns>
    private async Task<bool> SettleAsync(
        StoredCard? stored,
        CardRow row,
        ResolvedTarget resolved,
        CancellationToken cancellationToken
    )
    {
        var next = row with { State = StateWithoutChat(row, resolved) };
        var nothingToTell = stored is null && row.Recipient.Person is null && !row.InInbox;
        if (nothingToTell || (stored is not null && stored.Row == next && next.Reservation is null))
        {
            return true;
        }

        return await cards.WriteAsync(stored, next, cancellationToken) is not null;
    }
}
