namespace PaymentBot.Cards;

/// <summary>A message with buttons that is no card: a list, the settings.</summary>
/// <param name="Html">Text in Telegram's HTML, within 4,096 code points after parsing (https://core.telegram.org/bots/api#html-style).</param>
/// <param name="Keyboard">Rows of buttons, empty for none.</param>
public sealed record Screen(string Html, IReadOnlyList<IReadOnlyList<ScreenButton>> Keyboard)
{
    /// <summary>A screen without buttons.</summary>
    /// <param name="html">Its text.</param>
    public static Screen Of(string html) => new(html, []);
}
