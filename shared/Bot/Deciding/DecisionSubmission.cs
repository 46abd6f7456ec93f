using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// Brings one decision on its way to the ERP. Its identity is the same on every attempt, so an attempt that is repeated is applied
/// once.
/// </summary>
/// <param name="decisions">The decisions.</param>
/// <param name="carrier">Posts it, or lays it ready.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
public sealed partial class DecisionSubmission(
    DecisionStore decisions,
    IDecisionCarrier carrier,
    JobSender jobs,
    ILogger<DecisionSubmission> logger
)
{
    /// <summary>
    /// How often a job looks for its claim, each time after twice as long: the job is put before the claim is made, and a slow store may take its time.
    /// Four minutes in all.
    /// </summary>
    private const int MaxClaimWaits = 8;

    private static readonly TimeSpan ClaimWait = TimeSpan.FromSeconds(1);

    /// <summary>Works on one job.</summary>
    /// <param name="job">The decision to bring on its way.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the job may come again.</exception>
    public async Task HandleAsync(DecisionJob job, CancellationToken cancellationToken)
    {
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

        await carrier.CarryAsync(job, stored, cancellationToken);
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Decision {DecisionId}: nothing to hand over.")]
        public static partial void NothingToDo(ILogger logger, string decisionId);

        [LoggerMessage(2, LogLevel.Warning, "Decision {DecisionId} was never claimed; its job is dropped.")]
        public static partial void NeverClaimed(ILogger logger, string decisionId);
    }
}
