using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp;

/// <summary>What became of a decision handed to the ERP: exactly one of the nested records.</summary>
public abstract record DecisionAnswer
{
    private DecisionAnswer() { }

    /// <summary>The ERP applied the decision. Only this makes it count.</summary>
    /// <param name="Snapshot">The request as it is now, or null when the ERP sent none or a bad one.</param>
    public sealed record Applied(SnapshotOutcome.Accepted? Snapshot) : DecisionAnswer
    {
        /// <summary>Why the snapshot sent along is no good, or null. The outcome stands all the same.</summary>
        public Problem? SnapshotProblem { get; init; }
    }

    /// <summary>The ERP refused the decision for a reason of its own. Not to be retried.</summary>
    /// <param name="Reason">The ERP's code, such as <c>documentChanged</c>, at most 200 characters; <c>other</c> when it gave none.</param>
    /// <param name="Message">The ERP's own words, at most 1,000 characters, or null.</param>
    /// <param name="Snapshot">The request as it is now, or null when the ERP sent none or a bad one.</param>
    public sealed record Refused(string Reason, string? Message, SnapshotOutcome.Accepted? Snapshot) : DecisionAnswer
    {
        /// <summary>Why the snapshot sent along is no good, or null. The outcome stands all the same.</summary>
        public Problem? SnapshotProblem { get; init; }
    }

    /// <summary>Nobody knows whether the ERP applied it; the same decision has to be handed over again later.</summary>
    /// <param name="RetryAfter">How long the ERP asked to wait, 0 to 1 hour, or null when it did not say.</param>
    /// <param name="Why">A short English reason without any text of the ERP's, fit for a log.</param>
    public sealed record Retry(TimeSpan? RetryAfter, string Why) : DecisionAnswer;

    /// <summary>The ERP answered with a permanent fault; retrying the same call is no use.</summary>
    /// <param name="Status">The HTTP status, 400 to 499.</param>
    /// <param name="Why">A short English reason without any text of the ERP's, fit for a log.</param>
    public sealed record Rejected(int Status, string Why) : DecisionAnswer;
}
