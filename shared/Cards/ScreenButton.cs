namespace PaymentBot.Cards;

/// <summary>A button of a screen.</summary>
/// <param name="Text">The label, plain text.</param>
/// <param name="Data">The <c>callback_data</c>: the menu's prefix, a verb and arguments, with colons between; at most 64 bytes.</param>
public sealed record ScreenButton(string Text, string Data);
