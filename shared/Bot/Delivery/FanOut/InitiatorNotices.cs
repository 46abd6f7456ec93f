using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Cards.Words;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>Tells the initiator, once, what keeps a request from going on: an approver who is not reached, or a stage that nobody may approve.</summary>
/// <param name="told">What was told before.</param>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows people's languages.</param>
/// <param name="jobs">The queues.</param>
/// <param name="operators">Where operators are told.</param>
/// <param name="settings">Their language.</param>
/// <param name="policy">What the company demands of approvals.</param>
public sealed class InitiatorNotices(
    ToldStore told,
    LinkStore links,
    TargetResolver targets,
    JobSender jobs,
    OperatorChat operators,
    CardSettings settings,
    ApprovalPolicy policy
)
{
    /// <summary>An approver of the current stage cannot be written to.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="person">The approver.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    internal Task ApproverUnreachableAsync(RequestState state, ErpId person, CancellationToken cancellationToken)
    {
        var approver = state.Request.CurrentStage?.Approvers.FirstOrDefault(one => one.ErpId == person);
        return approver is null || person == state.Request.Initiator.ErpId
            ? Task.CompletedTask
            : told.OnceAsync(
                state.Stored.Key,
                $"unreachable-{Recipient.Of(person).RowKey}",
                token =>
                    TellInitiatorAsync(
                        state,
                        words => words.ApproverUnreachable(approver.Name, state.Request.Number),
                        token
                    ),
                cancellationToken
            );
    }

    /// <summary>Looks whether the rule of four eyes leaves enough people who may approve the current stage.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    internal Task CheckStageAsync(RequestState state, CancellationToken cancellationToken)
    {
        if (!policy.FourEyes || state.Request.CurrentStage is not { } stage)
        {
            return Task.CompletedTask;
        }

        var progress = new StageProgress(state.Request, state.Stored.Since, state.Decisions, policy);
        return progress.CanComplete
            ? Task.CompletedTask
            : told.OnceAsync(
                state.Stored.Key,
                string.Create(CultureInfo.InvariantCulture, $"stuck-{state.Stored.Since.Stage}-{stage.Number}"),
                token => TellOfStageAsync(state, stage, token),
                cancellationToken
            );
    }

    private async Task TellOfStageAsync(RequestState state, Stage stage, CancellationToken cancellationToken)
    {
        var number = state.Request.Number;
        await TellInitiatorAsync(state, words => words.NobodyMayApprove(number, stage.Role), cancellationToken);
        if (operators.ChatId is { } chatId)
        {
            var words = Phrases.For(settings.DefaultLanguage).Deciding;
            var html = words.OperatorNobodyMayApprove(number, stage.Role);
            await jobs.DeliverAsync(DeliveryJob.Notice(chatId, html), TimeSpan.Zero, cancellationToken);
        }
    }

    private async Task TellInitiatorAsync(
        RequestState state,
        Func<IDecidingPhrases, string> say,
        CancellationToken cancellationToken
    )
    {
        if (
            await links.FindAsync(state.Request.Initiator.ErpId, cancellationToken) is { Link.Unreachable: null } stored
        )
        {
            var html = say(Phrases.For(targets.LanguageOf(stored.Link)).Deciding);
            var notice = DeliveryJob.Notice(stored.Link.TelegramUserId, html);
            await jobs.DeliverAsync(notice, TimeSpan.Zero, cancellationToken);
        }
    }
}
