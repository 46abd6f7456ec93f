namespace PaymentBot.Cards;

/// <summary>A button: exactly one of <paramref name="Action"/> and <paramref name="Url"/> is set.</summary>
/// <param name="Text">The label, plain text.</param>
/// <param name="Action">What a tap asks the bot to do, or null.</param>
/// <param name="Url">The address a tap opens, or null.</param>
public sealed record CardButton(string Text, CardAction? Action = null, string? Url = null);
