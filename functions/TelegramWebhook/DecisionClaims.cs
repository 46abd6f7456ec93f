using System.Buffers.Text;
using System.Security.Cryptography;
using PaymentBot.Approvals;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Ledger;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>Claims decisions: judges, stores, and puts them on their way to the ERP.</summary>
/// <param name="requests">The snapshots.</param>
/// <param name="decisions">The decisions.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class DecisionClaims(
    RequestStore requests,
    DecisionStore decisions,
    JobSender jobs,
    TimeProvider timeProvider,
    ILogger<DecisionClaims> logger
)
{
    private const int IdBytes = 16;

    /// <summary>Judges whether a person may decide on what they saw.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="key">The request.</param>
    /// <param name="seenRevision">The revision on the person's card.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The verdict with the snapshot it was made on, or null when there is no such request.</returns>
    public async ValueTask<Judgement?> JudgeAsync(
        Actor actor,
        RequestKey key,
        long seenRevision,
        CancellationToken cancellationToken
    )
    {
        if (await requests.GetAsync(key, cancellationToken) is not { } stored)
        {
            return null;
        }

        var known = await decisions.ListAsync(key, cancellationToken);
        await ResumeAsync(actor, known, cancellationToken);
        var verdict = DecisionRule.Judge(
            stored.Request,
            seenRevision,
            actor.ErpId,
            known.Select(decision => decision.Decision)
        );
        return new Judgement(stored, verdict);
    }

    /// <summary>Claims a decision that was judged allowed.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="stored">The snapshot the judgement was made on.</param>
    /// <param name="stage">The current stage.</param>
    /// <param name="kind">Yes or no.</param>
    /// <param name="comment">The reason or comment, or null.</param>
    /// <param name="cancellationToken">Ends the work; claiming again is safe.</param>
    /// <returns>Whether this decision stands, or which other one does.</returns>
    public async ValueTask<ClaimOutcome> ClaimAsync(
        Actor actor,
        StoredRequest stored,
        Stage stage,
        DecisionKind kind,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        var decision = new Decision
        {
            Id = $"evt_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes))}",
            RequestId = stored.Request.Id,
            Revision = stored.Request.Revision,
            ContentHash = stored.ContentHash,
            Stage = stage.Number,
            Approver = stage.Approvers.First(approver => approver.ErpId == actor.ErpId),
            TelegramUserId = actor.TelegramUserId,
            AuthenticatedAt = actor.Link.VerifiedAt,
            Kind = kind,
            Comment = comment,
            DecidedAt = timeProvider.GetUtcNow(),
        };

        // Job and claim go together, in this order, and so into one commit. A job without a claim is dropped; a claim without a job was not
        // answered, so the tap comes again and finds it.
        var job = new DecisionJob(stored.Key.Value, DecisionStore.RowKeyOf(decision, stage.Rule), decision.Id);
        var submitted = jobs.SubmitAsync(job, TimeSpan.Zero, cancellationToken).AsTask();
        var claimed = decisions.ClaimAsync(decision, stage.Rule, cancellationToken).AsTask();
        await Task.WhenAll(submitted, claimed);
        var outcome = await claimed;
        if (outcome is ClaimOutcome.Claimed)
        {
            Log.Claimed(logger, decision.Id, stored.Key.Value, decision.Revision, stage.Number, kind);
        }

        return outcome;
    }

    /// <summary>What to say to a person whose claim came out so.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="outcome">The outcome.</param>
    public static string Explain(Actor actor, ClaimOutcome outcome) =>
        outcome switch
        {
            ClaimOutcome.AlreadyDecided already => AlreadyDecided(actor, already.Decision.Decision),
            ClaimOutcome.Claimed claimed => actor.Phrases.DecisionAccepted(claimed.Decision.Decision.Kind),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome is none."),
        };

    /// <summary>What to say to a person who may not decide.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="verdict">Why not.</param>
    public static string Explain(Actor actor, DecisionVerdict verdict) =>
        verdict switch
        {
            DecisionVerdict.AlreadyDecided already => AlreadyDecided(actor, already.Decision),
            DecisionVerdict.Changed => actor.Phrases.DocumentChanged,
            DecisionVerdict.NotYourTurn => actor.Phrases.NotYourTurn,
            DecisionVerdict.Closed closed => Closed(actor, closed.Status),
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict needs no explanation."),
        };

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

    private static string Closed(Actor actor, RequestStatus status) =>
        status == RequestStatus.Pending ? actor.Phrases.NotYourTurn : actor.Phrases.RequestClosed(status);

    private static string AlreadyDecided(Actor actor, Decision decision) =>
        decision.Approver.ErpId == actor.ErpId
            ? actor.Phrases.AlreadyDecidedByYou(decision.Kind)
            : actor.Phrases.AlreadyDecidedBy(decision.Approver.Name, decision.Kind);

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
