namespace PaymentBot.Cards.Inline;

/// <summary>A request in the list of inline results, which nobody but the asker sees: plain text.</summary>
/// <param name="Title">Amount and payee, one line of at most 120 code points.</param>
/// <param name="Description">Number, day and state, and on a second line what the chat will not see; at most 200 code points.</param>
public sealed record InlineEntry(string Title, string Description);
