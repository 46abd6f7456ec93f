using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Takes away a question for a reason or a comment that nobody waits for any more, because others have decided or the document has changed. Whoever answers all the same is told so.</summary>
/// <param name="dialogues">The decisions that were begun.</param>
/// <param name="jobs">The queues.</param>
/// <param name="policy">What the company demands of approvals.</param>
public sealed class StaleQuestions(DecisionDialogueStore dialogues, JobSender jobs, ApprovalPolicy policy)
{
    /// <summary>Looks whether the reader of a card that has just changed is still asked something about it.</summary>
    /// <param name="state">What the card shows.</param>
    /// <param name="before">The card's row before.</param>
    /// <param name="made">The card's row now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Storage.StorageException">The store failed; the question stays until the next change, and its answer decides nothing.</exception>
    internal async ValueTask SweepAsync(
        RequestState state,
        CardRow before,
        CardRow made,
        CancellationToken cancellationToken
    )
    {
        if (
            string.Equals(made.Hash, before.Hash, StringComparison.Ordinal)
            || made.ChatId is not { } chatId
            || made.Recipient.Person is not { } person
            || !HadATurn(state.Request, person)
        )
        {
            return;
        }

        var open = await dialogues.FindAsync(chatId, cancellationToken);
        if (
            open is not { AwaitsText: true, PromptMessageId: not 0 }
            || open.Request != state.Stored.Key
            || IsWanted(state, person, open)
        )
        {
            return;
        }

        if (await dialogues.EndPromptAsync(open, cancellationToken) && open.PromptMessageId is > 0 and { } promptId)
        {
            var delete = new DeliveryJob
            {
                Kind = DeliveryKind.Delete,
                ChatId = chatId,
                MessageId = promptId,
            };
            await jobs.DeliverAsync(delete, TimeSpan.Zero, cancellationToken);
        }
    }

    private static bool HadATurn(PaymentRequest request, ErpId person) =>
        request.Route.Any(stage =>
            stage.State != StageState.Waiting && stage.Approvers.Any(approver => approver.ErpId == person)
        );

    private bool IsWanted(RequestState state, ErpId person, DecisionDialogue open) =>
        state.Request.IsTurnOf(person)
        && new StageProgress(state.Request, state.Stored.Since, state.Decisions, policy).StillHolds(open.Revision);
}
