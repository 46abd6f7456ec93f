namespace PaymentBot.Approvals;

/// <summary>What the company demands of approvals beyond the route.</summary>
/// <param name="FourEyes">Whether nobody may approve their own request, nor two stages of one request.</param>
/// <param name="ConfirmAbove">The amounts above which an approval has to be confirmed, by ISO 4217 code; currencies that are not named need no confirmation.</param>
public sealed record ApprovalPolicy(bool FourEyes, IReadOnlyDictionary<string, decimal> ConfirmAbove)
{
    /// <summary>Demands nothing.</summary>
    public static ApprovalPolicy None { get; } = new(false, new Dictionary<string, decimal>(StringComparer.Ordinal));

    /// <summary>Whether approving so much has to be confirmed.</summary>
    /// <param name="total">The amount of the request.</param>
    public bool NeedsConfirmation(Money total) =>
        ConfirmAbove.TryGetValue(total.Currency, out var limit) && total.Amount > limit;
}
