namespace PaymentBot.Erp.Acks;

/// <summary>What the ERP says of one decision that it fetched.</summary>
/// <param name="DecisionId">The decision, as the ERP named it; perhaps one that nobody knows.</param>
/// <param name="Answer"><see cref="DecisionAnswer.Applied"/> or <see cref="DecisionAnswer.Refused"/>, as if the decision had been posted to the ERP.</param>
public sealed record DecisionAck(string DecisionId, DecisionAnswer Answer);
