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

/// <summary>A button of a screen.</summary>
/// <param name="Text">The label, plain text.</param>
/// <param name="Data">The <c>callback_data</c>: the menu's prefix, a verb and arguments, with colons between; at most 64 bytes.</param>
public sealed record ScreenButton(string Text, string Data);

/// <summary>What a list shows.</summary>
public enum InboxKind
{
    /// <summary>What waits for the reader's decision.</summary>
    Pending,

    /// <summary>What the reader initiated.</summary>
    Mine,

    /// <summary>What the reader decided.</summary>
    History,

    /// <summary>What was searched for.</summary>
    Found,
}
