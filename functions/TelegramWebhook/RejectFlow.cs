using PaymentBot.Approvals;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Ledger;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>
/// The way from Reject to a reason: quick reasons on the card, or a text in the reader's own words. What has been begun lies in the store, so it
/// survives a restart, and every way out leads back to Approve and Reject.
/// </summary>
/// <param name="dialogues">The rejections that were begun.</param>
/// <param name="claims">Claims decisions.</param>
/// <param name="jobs">The queues.</param>
internal sealed class RejectFlow(RejectDialogueStore dialogues, DecisionClaims claims, JobSender jobs)
{
    private const int MaxReason = 500;

    /// <summary>Begins a rejection, or goes from the quick reasons to a text. Another one that was begun is left.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="writing">Whether the reason is awaited as text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task OpenAsync(Tap tap, bool writing, CancellationToken cancellationToken)
    {
        var actor = tap.Actor;
        var former = await dialogues.FindAsync(actor.TelegramUserId, cancellationToken);
        if (former is not null)
        {
            await LeaveAsync(actor, former, tap.Button.Request, cancellationToken);
        }

        await dialogues.OpenAsync(
            actor.TelegramUserId,
            tap.Button.Request,
            tap.Button.Revision,
            writing,
            cancellationToken
        );
        if (writing)
        {
            var prompt = new DeliveryJob
            {
                Kind = DeliveryKind.Prompt,
                RequestKey = tap.Button.Request.Value,
                ChatId = actor.TelegramUserId,
                MessageId = tap.MessageId,
            };
            await jobs.DeliverAsync(prompt, TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Leaves whatever the person has begun.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task CloseAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await dialogues.FindAsync(actor.TelegramUserId, cancellationToken) is { } open)
        {
            await dialogues.CloseAsync(actor.TelegramUserId, cancellationToken);
            await LeaveAsync(actor, open, null, cancellationToken);
        }
    }

    /// <summary>Takes a text as the reason that is awaited.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="text">The text, or null when the message had none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer, in Telegram's HTML, or null when no reason was awaited.</returns>
    public async Task<string?> TakeReasonAsync(Actor actor, string? text, CancellationToken cancellationToken)
    {
        if (await dialogues.FindAsync(actor.TelegramUserId, cancellationToken) is not { Writing: true } open)
        {
            return null;
        }

        var reason = text?.Trim();
        if (string.IsNullOrEmpty(reason))
        {
            return actor.Phrases.ReasonEmpty;
        }

        return reason.EnumerateRunes().Count() > MaxReason
            ? actor.Phrases.ReasonTooLong(MaxReason)
            : await RejectAsync(actor, open, reason, cancellationToken);
    }

    private async Task<string> RejectAsync(
        Actor actor,
        RejectDialogue open,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var judgement = await claims.JudgeAsync(actor, open.Request, open.Revision, cancellationToken);
        string answer;
        if (judgement?.Verdict is DecisionVerdict.Allowed allowed)
        {
            var outcome = await claims.ClaimAsync(
                actor,
                judgement.Stored,
                allowed.Stage,
                DecisionKind.Reject,
                reason,
                null,
                cancellationToken
            );
            answer =
                outcome is ClaimOutcome.Claimed
                    ? actor.Phrases.ReasonAccepted(judgement.Stored.Request.Number)
                    : actor.Phrases.ReasonNoLongerNeeded;
        }
        else
        {
            answer = actor.Phrases.ReasonNoLongerNeeded;
        }

        await CloseAsync(actor, cancellationToken);
        return answer;
    }

    /// <summary>Takes the question away and gives the card its buttons back.</summary>
    private async Task LeaveAsync(
        Actor actor,
        RejectDialogue left,
        RequestKey? exceptCardOf,
        CancellationToken cancellationToken
    )
    {
        if (left.PromptMessageId is { } promptId)
        {
            var delete = new DeliveryJob
            {
                Kind = DeliveryKind.Delete,
                ChatId = actor.TelegramUserId,
                MessageId = promptId,
            };
            await jobs.DeliverAsync(delete, TimeSpan.Zero, cancellationToken);
        }

        if (left.Request != exceptCardOf)
        {
            var card = DeliveryJob.EditCard(left.Request.Value, Recipient.Of(actor.ErpId).RowKey);
            await jobs.DeliverAsync(card, TimeSpan.Zero, cancellationToken);
        }
    }
}
