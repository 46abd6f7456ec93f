using PaymentBot.Approvals;

namespace PaymentBot.Bot.Deciding;

/// <summary>What is handed out in one answer.</summary>
/// <param name="Place">The place of the last one: where the ERP may go on.</param>
/// <param name="Decisions">The decisions, in order, at least one.</param>
public sealed record HandedDecisions(string Place, IReadOnlyList<Decision> Decisions);
