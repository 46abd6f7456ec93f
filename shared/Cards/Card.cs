namespace PaymentBot.Cards;

/// <summary>What one chat should show of one request: a pure function of snapshot and recipient.</summary>
/// <param name="Html">Text in Telegram's HTML (https://core.telegram.org/bots/api#html-style), within the asked limit of code points after parsing.</param>
/// <param name="Keyboard">Rows of buttons, empty for none.</param>
public sealed record Card(string Html, IReadOnlyList<IReadOnlyList<CardButton>> Keyboard);
