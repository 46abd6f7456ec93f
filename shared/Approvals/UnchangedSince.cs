namespace PaymentBot.Approvals;

/// <summary>Since which revisions a request is as it is now, as far as the snapshots that were stored tell.</summary>
/// <param name="Content">The first revision with all that an approver signs as it is now: amount, payee, purpose, files and the like.</param>
/// <param name="Stage">The first revision since which, besides, the current stage has been current without a break.</param>
public sealed record UnchangedSince(long Content, long Stage)
{
    /// <summary>Nothing is known to be older than this revision.</summary>
    /// <param name="revision">The latest revision.</param>
    public static UnchangedSince Revision(long revision) => new(revision, revision);
}
