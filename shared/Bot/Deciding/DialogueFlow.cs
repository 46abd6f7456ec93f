using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// The decisions that take more than one tap: a reason, a comment, a confirmation. What has been begun lies in the store, so it survives a restart, and every
/// way out leads back to Approve and Reject.
/// </summary>
/// <param name="dialogues">The decisions that were begun.</param>
/// <param name="cards">Brings cards to the bottom of the chat.</param>
/// <param name="jobs">The queues.</param>
public sealed class DialogueFlow(DecisionDialogueStore dialogues, CardOpening cards, JobSender jobs)
{
    /// <summary>What the person has begun and not finished, or null.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<DecisionDialogue?> FindAsync(Actor actor, CancellationToken cancellationToken) =>
        dialogues.FindAsync(actor.TelegramUserId, cancellationToken);

    /// <summary>Begins a decision, or goes on to the next question about it. Another one that was begun is left.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task OpenAsync(Tap tap, CardDialogue kind, CancellationToken cancellationToken)
    {
        var actor = tap.Actor;
        var request = tap.Button.Request;
        if (await FindAsync(actor, cancellationToken) is { } former)
        {
            await LeaveAsync(actor, former, request, cancellationToken);
        }

        await dialogues.OpenAsync(
            actor.TelegramUserId,
            request,
            tap.Button.Revision,
            kind,
            comment: null,
            cancellationToken
        );
        if (kind is CardDialogue.WritingReason or CardDialogue.WritingComment)
        {
            var prompt = new DeliveryJob
            {
                Kind = DeliveryKind.Prompt,
                RequestKey = request.Value,
                ChatId = actor.TelegramUserId,
                MessageId = tap.MessageId,
            };
            await jobs.DeliverAsync(prompt, TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Keeps a comment and lets the card ask for the confirmation, below the comment, where the person is looking.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="open">The dialogue that asked for the comment.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="updateId">The update the comment came in.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ConfirmAsync(
        Actor actor,
        DecisionDialogue open,
        string comment,
        long updateId,
        CancellationToken cancellationToken
    )
    {
        await dialogues.OpenAsync(
            actor.TelegramUserId,
            open.Request,
            open.Revision,
            CardDialogue.Confirming,
            comment,
            cancellationToken
        );
        await LeaveAsync(actor, open, open.Request, cancellationToken);
        await cards.OpenAsync(open.Request, actor.ErpId, actor.TelegramUserId, updateId, cancellationToken);
    }

    /// <summary>Leaves whatever the person has begun.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task CloseAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, cancellationToken) is { } open)
        {
            await dialogues.CloseAsync(actor.TelegramUserId, cancellationToken);
            await LeaveAsync(actor, open, null, cancellationToken);
        }
    }

    /// <summary>Takes the question away and makes the card right.</summary>
    private async Task LeaveAsync(
        Actor actor,
        DecisionDialogue left,
        RequestKey? exceptCardOf,
        CancellationToken cancellationToken
    )
    {
        if (left.PromptMessageId is > 0 and { } promptId)
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
