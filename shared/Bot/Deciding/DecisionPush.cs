using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp;

namespace PaymentBot.Bot.Deciding;

/// <summary>Posts decisions to the ERP. What it does not take now goes back into the queue with a growing delay, for 24 hours.</summary>
/// <param name="decisions">The decisions.</param>
/// <param name="erp">The ERP.</param>
/// <param name="settlement">Writes the outcome.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class DecisionPush(
    DecisionStore decisions,
    ErpClient erp,
    DecisionSettlement settlement,
    JobSender jobs,
    TimeProvider timeProvider,
    ILogger<DecisionPush> logger
) : IDecisionCarrier
{
    /// <summary>When somebody else changed the decision in this moment.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public async Task CarryAsync(DecisionJob job, StoredDecision stored, CancellationToken cancellationToken)
    {
        if (await MarkSentAsync(stored, cancellationToken) is not { } sent)
        {
            await jobs.SubmitAsync(job, Rest, cancellationToken);
            return;
        }

        var answer = await SubmitAsync(sent, cancellationToken);
        await ConcludeAsync(job, sent, answer, cancellationToken);
    }

    private async Task<StoredDecision?> MarkSentAsync(StoredDecision stored, CancellationToken cancellationToken) =>
        await decisions.UpdateAsync(
            stored,
            stored.Decision with
            {
                State = DecisionState.Sent,
                Attempts = stored.Decision.Attempts + 1,
            },
            cancellationToken
        );

    private async Task<DecisionAnswer> SubmitAsync(StoredDecision sent, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var submission = erp.SubmitAsync(sent.Decision, cancellationToken);
        var slow = Task.Delay(SubmissionSchedule.Noticeable, timeProvider, patience.Token);
        if (await Task.WhenAny(submission, slow) == slow)
        {
            await jobs.NotifyAsync(sent.Key, cancellationToken);
        }

        await patience.CancelAsync();
        return await submission;
    }

    private Task ConcludeAsync(
        DecisionJob job,
        StoredDecision sent,
        DecisionAnswer answer,
        CancellationToken cancellationToken
    ) =>
        answer switch
        {
            DecisionAnswer.Applied applied => settlement.ConfirmAsync(sent, applied, cancellationToken),
            DecisionAnswer.Refused refused => settlement.RefuseAsync(sent, refused, cancellationToken),
            DecisionAnswer.Rejected rejected => settlement.FailAsync(
                sent,
                rejected.Status,
                rejected.Why,
                cancellationToken
            ),
            DecisionAnswer.Retry retry => RetryAsync(job, sent, retry, cancellationToken),
            _ => throw new InvalidOperationException("The ERP client gave an answer that is none."),
        };

    private async Task RetryAsync(
        DecisionJob job,
        StoredDecision sent,
        DecisionAnswer.Retry retry,
        CancellationToken cancellationToken
    )
    {
        if (timeProvider.GetUtcNow() - sent.Decision.DecidedAt >= SubmissionSchedule.Patience)
        {
            await settlement.FailAsync(sent, null, retry.Why, cancellationToken);
            return;
        }

        var delay = SubmissionSchedule.DelayAfter(sent.Decision.Attempts, retry.RetryAfter);
        Log.Again(logger, job.DecisionId, sent.Decision.Attempts, delay, retry.Why);
        await jobs.SubmitAsync(job, delay, cancellationToken);
        if (sent.Decision.Attempts <= 2)
        {
            await jobs.NotifyAsync(sent.Key, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Decision {DecisionId}: attempt {Attempt} had no outcome ({Why}); again in {Delay}."
        )]
        public static partial void Again(ILogger logger, string decisionId, int attempt, TimeSpan delay, string why);
    }
}
