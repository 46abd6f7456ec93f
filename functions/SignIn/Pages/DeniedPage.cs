namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The page after "This was not me".</summary>
internal static class DeniedPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="telegramName">The name of the Telegram account that had asked, fit to be shown.</param>
    public static Markup Render(IPageTexts texts, string telegramName) =>
        PageShell.Wrap(
            texts.Language,
            texts.DeniedTitle,
            Markup.Of(
                $"""
                <p>{texts.DeniedLead}</p>
                <dl>
                <div><dt>{texts.TelegramLabel}</dt><dd><bdi>{telegramName}</bdi></dd></div>
                </dl>
                <p>{texts.DeniedAdvice}</p>
                """
            )
        );
}
