using System.Buffers.Text;
using System.Security.Cryptography;
using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Deciding;

/// <summary>Claims decisions: judges, stores, and puts them on their way to the ERP.</summary>
/// <param name="requests">The snapshots.</param>
/// <param name="decisions">The decisions.</param>
/// <param name="jobs">The queues.</param>
/// <param name="policy">What the company demands of approvals.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class DecisionClaims(
    RequestStore requests,
    DecisionStore decisions,
    JobSender jobs,
    ApprovalPolicy policy,
    TimeProvider timeProvider,
    ILogger<DecisionClaims> logger
)
{
    private const int IdBytes = 16;

    /// <summary>Judges whether a person may decide on what they saw.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="key">The request.</param>
    /// <param name="seenRevision">The revision on the person's card.</param>
    /// <param name="kind">Yes or no.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The verdict with the snapshot it was made on, or null when there is no such request.</returns>
    public async ValueTask<Judgement?> JudgeAsync(
        Actor actor,
        RequestKey key,
        long seenRevision,
        DecisionKind kind,
        CancellationToken cancellationToken
    )
    {
        if (await requests.GetAsync(key, cancellationToken) is not { } stored)
        {
            return null;
        }

        var known = await decisions.ListAsync(key, cancellationToken);
        await ResumeAsync(actor, known, cancellationToken);
        var decided = known.Select(decision => decision.Decision);
        var progress = new StageProgress(stored.Request, stored.Since, decided, policy);
        var verdict = DecisionRule.Judge(progress, seenRevision, actor.ErpId, kind);
        return new Judgement(stored, verdict, known);
    }

    /// <summary>Claims a decision that was judged allowed.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="stored">The snapshot the judgement was made on.</param>
    /// <param name="stage">The current stage.</param>
    /// <param name="kind">Yes or no.</param>
    /// <param name="comment">The reason or comment, or null.</param>
    /// <param name="tap">The tap that decides, or null when a text does.</param>
    /// <param name="cancellationToken">Ends the work; claiming again is safe.</param>
    /// <returns>Whether this decision stands, or which other one does.</returns>
    public async Task<ClaimOutcome> ClaimAsync(
        Actor actor,
        StoredRequest stored,
        Stage stage,
        DecisionKind kind,
        string? comment,
        Tap? tap,
        CancellationToken cancellationToken
    )
    {
        // From here on it is the request's story, from the ERP and back to it.
        using var activity = FunctionActivity.Join("decide", stored.Traceparent);
        var decision = DecisionOf(actor, stored, stage, kind, comment) with { UpdateId = tap?.UpdateId };

        // All that follows goes together, in this order, and so into one commit. A job without a claim is dropped; a claim without a job was
        // not answered, so the tap comes again and finds it.
        var job = new DecisionJob(stored.Key.Value, DecisionStore.RowKeyOf(decision, stage.Rule), decision.Id);
        var submitted = jobs.SubmitAsync(job, TimeSpan.Zero, cancellationToken).AsTask();
        var progress = new StageProgress(stored.Request, stored.Since, [], policy);
        var claimed = decisions.ClaimAsync(decision, stage.Rule, progress.StandsInTheWay, cancellationToken).AsTask();
        var edited = EditAsync(tap, cancellationToken);
        await Task.WhenAll(submitted, claimed, edited);
        var outcome = await claimed;
        if (outcome is ClaimOutcome.Claimed)
        {
            Log.Claimed(logger, decision.Id, stored.Key.Value, decision.Revision, stage.Number, kind);
        }

        return outcome;
    }

    private Decision DecisionOf(Actor actor, StoredRequest stored, Stage stage, DecisionKind kind, string? comment) =>
        new()
        {
            Id = $"evt_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes))}",
            RequestId = stored.Request.Id,
            Revision = stored.Request.Revision,
            Round = stored.Since.Stage,
            ContentHash = stored.ContentHash,
            Stage = stage.Number,
            Approver = stage.Approvers.First(approver => approver.ErpId == actor.ErpId),
            TelegramUserId = actor.TelegramUserId,
            AuthenticatedAt = actor.Link.VerifiedAt,
            Kind = kind,
            Comment = comment,
            DecidedAt = timeProvider.GetUtcNow(),
        };

    private async Task EditAsync(Tap? tap, CancellationToken cancellationToken)
    {
        if (tap is not null)
        {
            await jobs.DeliverAsync(tap.CardJob, TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Puts a claim of this person on its way again whose job may have been lost; a second job for one decision does no harm.</summary>
    private async ValueTask ResumeAsync(
        Actor actor,
        IReadOnlyList<StoredDecision> known,
        CancellationToken cancellationToken
    )
    {
        foreach (var stored in known)
        {
            if (stored.Decision.State == DecisionState.Decided && stored.Decision.Approver.ErpId == actor.ErpId)
            {
                var job = new DecisionJob(stored.Key.Value, stored.RowKey, stored.Decision.Id);
                await jobs.SubmitAsync(job, TimeSpan.Zero, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Decision {DecisionId} claimed: request {RequestKey} revision {Revision} stage {Stage}: {Kind}."
        )]
        public static partial void Claimed(
            ILogger logger,
            string decisionId,
            string requestKey,
            long revision,
            int stage,
            DecisionKind kind
        );
    }
}
