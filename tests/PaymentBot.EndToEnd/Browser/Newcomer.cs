using Microsoft.Playwright;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>A person who signs in for the first time, with the words that person reads.</summary>
/// <param name="Start">The button under the answer to /login.</param>
/// <param name="Finish">The button of the page after Google.</param>
/// <param name="Deny">The other button there.</param>
/// <param name="Turn">What the card that waited says.</param>
internal sealed record Newcomer(
    SandboxPerson Person,
    string Locale,
    ViewportSize Size,
    string Start,
    string Finish,
    string Deny,
    string Turn
)
{
    private static readonly ViewportSize Desktop = new() { Width = 1400, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    public long Id => Person.Telegram.Id;

    public string Mailbox => Person.Erp.Email;

    public bool OnPhone => Size.Width < 600;

    /// <summary>Part of the names of pictures.</summary>
    public string Kind => $"{(OnPhone ? "phone" : "desktop")}-{Locale[..2]}";

    /// <param name="kind"><c>phone-ru</c>, <c>phone-en</c>, <c>desktop-ru</c> or <c>desktop-en</c>.</param>
    public static Newcomer Of(string kind)
    {
        var size = kind.StartsWith("phone", StringComparison.Ordinal) ? Phone : Desktop;
        return kind.EndsWith("ru", StringComparison.Ordinal)
            ? new(
                SandboxPeople.Treasurer,
                "ru-RU",
                size,
                "Войти через Google",
                "Завершить в Telegram",
                "Это не я",
                "Нужно ваше решение"
            )
            : new(
                SandboxPeople.SecondFinancialManager,
                "en-US",
                size,
                "Sign in with Google",
                "Finish in Telegram",
                "This was not me",
                "Your decision is needed"
            );
    }
}
