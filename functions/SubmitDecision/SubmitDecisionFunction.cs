using PaymentBot.Approvals;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Erp;
using PaymentBot.Functions.Hosting;
using PaymentBot.Ledger;
using PaymentBot.Storage;

namespace PaymentBot.Functions.SubmitDecision;

/// <summary>
/// Queue <c>decisions</c>: hands one decision to the ERP. Its identity is the same on every attempt, so an attempt that is repeated is applied once. What
/// the ERP does not take now goes back into the queue with a growing delay, for 24 hours.
/// </summary>
/// <param name="decisions">The decisions.</param>
/// <param name="erp">The ERP.</param>
/// <param name="settlement">Writes the outcome.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SubmitDecisionFunction(
    DecisionStore decisions,
    ErpClient erp,
    DecisionSettlement settlement,
    JobSender jobs,
    TimeProvider timeProvider,
    ILogger<SubmitDecisionFunction> logger
) : IQueueFunction
{
    /// <summary>
    /// How often a job looks for its claim, each time after twice as long: the job is put before the claim is made, and a slow store may take its time.
    /// Four minutes in all.
    /// </summary>
    private const int MaxClaimWaits = 8;

    private static readonly TimeSpan ClaimWait = TimeSpan.FromSeconds(1);

    /// <summary>After this long without an answer everybody's card says that the decision is on its way.</summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public QueueName Queue => QueueName.Decisions;

    /// <inheritdoc />
    public async Task RunAsync(string body, int dequeueCount, CancellationToken cancellationToken)
    {
        var job = JobReader.ReadDecision(body);
        var key = new RequestKey(job.RequestKey);
        var stored = await decisions.GetAsync(key, job.RowKey, cancellationToken);
        var isMine = string.Equals(stored?.Decision.Id, job.DecisionId, StringComparison.Ordinal);
        if (stored is null || (!isMine && MayBeReplaced(stored)))
        {
            await AwaitClaimAsync(job, cancellationToken);
            return;
        }

        if (!isMine || !stored.Decision.InFlight)
        {
            Log.NothingToDo(logger, job.DecisionId);
            return;
        }

        if (await MarkSentAsync(stored, cancellationToken) is not { } sent)
        {
            await jobs.SubmitAsync(job, ClaimWait, cancellationToken);
            return;
        }

        var answer = await SubmitAsync(sent, cancellationToken);
        await ConcludeAsync(job, sent, answer, cancellationToken);
    }

    /// <summary>A decision that does not count gives way to the next one in its place, which may be about to be claimed.</summary>
    private static bool MayBeReplaced(StoredDecision stored) =>
        stored.Decision.State is DecisionState.Refused or DecisionState.Failed
        || (stored.Decision.State == DecisionState.Confirmed && DecisionStore.IsOfOnePerson(stored.RowKey));

    private async Task AwaitClaimAsync(DecisionJob job, CancellationToken cancellationToken)
    {
        if (job.Attempt >= MaxClaimWaits)
        {
            Log.NeverClaimed(logger, job.DecisionId);
            return;
        }

        var wait = ClaimWait * Math.Pow(2, job.Attempt);
        await jobs.SubmitAsync(job with { Attempt = job.Attempt + 1 }, wait, cancellationToken);
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
        var slow = Task.Delay(Noticeable, timeProvider, patience.Token);
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
        [LoggerMessage(1, LogLevel.Debug, "Decision {DecisionId}: nothing to hand over.")]
        public static partial void NothingToDo(ILogger logger, string decisionId);

        [LoggerMessage(2, LogLevel.Warning, "Decision {DecisionId} was never claimed; its job is dropped.")]
        public static partial void NeverClaimed(ILogger logger, string decisionId);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Decision {DecisionId}: attempt {Attempt} had no outcome ({Why}); again in {Delay}."
        )]
        public static partial void Again(ILogger logger, string decisionId, int attempt, TimeSpan delay, string why);
    }
}
