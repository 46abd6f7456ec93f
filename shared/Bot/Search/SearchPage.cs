using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Search;

/// <summary>A page of what was found, newest first.</summary>
/// <param name="Requests">The requests as they are now.</param>
/// <param name="Next">What to ask the next page with, 1 to 64 bytes of ASCII; null after the last page.</param>
public sealed record SearchPage(IReadOnlyList<StoredRequest> Requests, string? Next);
