using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// Writes the ERP's last word on a decision. The snapshot first, the decision second, the cards third: stopping in between only means that the ERP
/// is asked again and says the same.
/// </summary>
/// <param name="decisions">The decisions.</param>
/// <param name="intake">Takes snapshots in.</param>
/// <param name="jobs">The queues.</param>
/// <param name="operators">Those who look after the bot.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class DecisionSettlement(
    DecisionStore decisions,
    RequestIntake intake,
    JobSender jobs,
    OperatorNotices operators,
    TimeProvider timeProvider,
    ILogger<DecisionSettlement> logger
)
{
    /// <summary>The ERP applied it.</summary>
    /// <param name="sent">The decision.</param>
    /// <param name="applied">What the ERP answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when somebody else changed the decision since it was read; the snapshot is taken in all the same.</returns>
    public Task<bool> ConfirmAsync(
        StoredDecision sent,
        DecisionAnswer.Applied applied,
        CancellationToken cancellationToken
    ) =>
        SettleAsync(
            sent,
            sent.Decision with
            {
                State = DecisionState.Confirmed,
                Reason = null,
                Message = null,
            },
            applied.Snapshot,
            cancellationToken
        );

    /// <summary>The ERP refused it and said why.</summary>
    /// <param name="sent">The decision.</param>
    /// <param name="refused">What the ERP answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when somebody else changed the decision since it was read; the snapshot is taken in all the same.</returns>
    public Task<bool> RefuseAsync(
        StoredDecision sent,
        DecisionAnswer.Refused refused,
        CancellationToken cancellationToken
    ) =>
        SettleAsync(
            sent,
            sent.Decision with
            {
                State = DecisionState.Refused,
                Reason = refused.Reason,
                Message = refused.Message,
            },
            refused.Snapshot,
            cancellationToken
        );

    /// <summary>It could not be handed over.</summary>
    /// <param name="sent">The decision.</param>
    /// <param name="status">The HTTP status of a permanent fault, or null when time ran out.</param>
    /// <param name="why">What stood in the way, for the log.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task FailAsync(StoredDecision sent, int? status, string why, CancellationToken cancellationToken)
    {
        Log.Failed(logger, sent.Decision.Id, status, why);
        await operators.DecisionFailedAsync(sent, status, cancellationToken);
        await SettleAsync(
            sent,
            sent.Decision with
            {
                State = DecisionState.Failed,
                Reason = status is null ? "timeout" : "rejected",
            },
            null,
            cancellationToken
        );
    }

    private async Task<bool> SettleAsync(
        StoredDecision sent,
        Decision next,
        SnapshotOutcome.Accepted? snapshot,
        CancellationToken cancellationToken
    )
    {
        if (snapshot is not null)
        {
            await TakeSnapshotAsync(sent, snapshot, cancellationToken);
        }

        var settled = next with { SettledAt = timeProvider.GetUtcNow() };
        var written = await decisions.UpdateAsync(sent, settled, cancellationToken) is not null;
        await jobs.NotifyAsync(sent.Key, cancellationToken);
        if (written)
        {
            Log.Settled(logger, next.Id, next.State, next.Reason, next.Attempts);
        }
        else
        {
            Log.Overtaken(logger, next.Id);
        }

        return written;
    }

    private async Task TakeSnapshotAsync(
        StoredDecision sent,
        SnapshotOutcome.Accepted snapshot,
        CancellationToken cancellationToken
    )
    {
        if (snapshot.Request.Id != sent.Decision.RequestId)
        {
            Log.ForeignSnapshot(logger, sent.Decision.Id);
            return;
        }

        var outcome = await intake.TakeAsync(snapshot.Request, snapshot.ContentHash, cancellationToken);
        if (outcome == SaveOutcome.RevisionReused)
        {
            Log.RevisionReused(logger, sent.Decision.Id, snapshot.Request.Revision);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Decision {DecisionId} could not be handed over (status {Status}): {Why}")]
        public static partial void Failed(ILogger logger, string decisionId, int? status, string why);

        [LoggerMessage(2, LogLevel.Information, "Decision {DecisionId}: {State} ({Reason}) after {Attempts} attempts.")]
        public static partial void Settled(
            ILogger logger,
            string decisionId,
            DecisionState state,
            string? reason,
            int attempts
        );

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Decision {DecisionId}: the ERP's answer carried another request's snapshot."
        )]
        public static partial void ForeignSnapshot(ILogger logger, string decisionId);

        [LoggerMessage(
            4,
            LogLevel.Warning,
            "Decision {DecisionId}: the ERP's answer carried revision {Revision} with other content than before."
        )]
        public static partial void RevisionReused(ILogger logger, string decisionId, long revision);

        [LoggerMessage(5, LogLevel.Information, "Decision {DecisionId} was changed by another run meanwhile.")]
        public static partial void Overtaken(ILogger logger, string decisionId);
    }
}
