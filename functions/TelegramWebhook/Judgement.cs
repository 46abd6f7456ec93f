using PaymentBot.Approvals;
using PaymentBot.Ledger;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>A verdict and what it was made on.</summary>
/// <param name="Stored">The snapshot.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record Judgement(StoredRequest Stored, DecisionVerdict Verdict);
