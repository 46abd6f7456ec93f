using PaymentBot.Bot.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>What came of making a link.</summary>
/// <param name="Replaced">The links that gave way: none, one, or two.</param>
/// <param name="Waiting">How many requests wait for the person.</param>
public sealed record LinkChange(IReadOnlyList<Link> Replaced, int Waiting);
