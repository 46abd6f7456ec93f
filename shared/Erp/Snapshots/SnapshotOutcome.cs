using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>What reading a snapshot came to: exactly one of the nested records.</summary>
public abstract record SnapshotOutcome
{
    private SnapshotOutcome() { }

    /// <summary>The snapshot is good.</summary>
    /// <param name="Request">The payment request.</param>
    /// <param name="ContentHash"><c>sha256:</c> and 64 hexadecimal digits, as <see cref="Snapshots.ContentHash"/> makes it.</param>
    public sealed record Accepted(PaymentRequest Request, string ContentHash) : SnapshotOutcome;

    /// <summary>The snapshot is refused; nothing of it may be stored or shown.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Refused(Problem Problem) : SnapshotOutcome;
}
