using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Deciding;

/// <summary>A verdict and what it was made on.</summary>
/// <param name="Stored">The snapshot.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Known">The decisions on the request so far.</param>
public sealed record Judgement(StoredRequest Stored, DecisionVerdict Verdict, IReadOnlyList<StoredDecision> Known)
{
    /// <summary>The decision that an update made when it came before, or null.</summary>
    /// <param name="updateId">The update.</param>
    public Decision? MadeBy(long updateId) =>
        Known.Select(stored => stored.Decision).FirstOrDefault(decision => decision.UpdateId == updateId);
}
