namespace PaymentBot.Bot.Jobs;

/// <summary>Hand one decision to the ERP.</summary>
/// <param name="RequestKey">The request.</param>
/// <param name="RowKey">The decision's row.</param>
/// <param name="DecisionId">The decision's identity: a job for a decision that lost the claim does nothing.</param>
/// <param name="Attempt">How often it was handed over without an outcome, 0 at first.</param>
public sealed record DecisionJob(string RequestKey, string RowKey, string DecisionId, int Attempt = 0);
