using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Inbox;

/// <summary>What waits for a person.</summary>
/// <param name="Requests">The requests, most urgent first.</param>
/// <param name="Bounded">Whether the inbox holds more than was looked at.</param>
public sealed record WaitingRequests(IReadOnlyList<StoredRequest> Requests, bool Bounded)
{
    /// <summary>The amounts by currency, most requests first.</summary>
    public IReadOnlyList<Money> Totals =>
        [
            .. Requests
                .GroupBy(stored => stored.Request.Total.Currency, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Money(group.Sum(stored => stored.Request.Total.Amount), group.Key)),
        ];
}
