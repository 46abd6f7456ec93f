using PaymentBot.Cards;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>Screens as text: no-break spaces are shown as <c>~</c>, buttons in brackets under a line.</summary>
internal static class Drawing
{
    public static string Of(Card card) => Of(card.Html, card.Keyboard.Select(row => row.Select(button => button.Text)));

    /// <summary>With what each button sends.</summary>
    public static string Of(Screen screen) =>
        Of(screen.Html, screen.Keyboard.Select(row => row.Select(button => $"{button.Text} | {button.Data}")));

    public static string Of(string html, IEnumerable<IEnumerable<string>> keyboard) =>
        string.Join(
            '\n',
            [
                Spaced(html),
                "",
                "----------",
                .. keyboard.Select(row => string.Join(" ", row.Select(text => $"[ {text} ]"))),
                "",
            ]
        );

    public static string Spaced(string text) =>
        text.Replace('\u00A0', '~').Replace("\u2003", "~~", StringComparison.Ordinal);
}
