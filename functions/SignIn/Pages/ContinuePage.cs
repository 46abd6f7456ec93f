namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The page after Google's word: it names both sides and leads back to Telegram. Nothing is linked by opening it.</summary>
internal static class ContinuePage
{
    /// <summary>Makes the page.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">What it shows.</param>
    public static Markup Render(IPageTexts texts, ContinueView view) =>
        PageShell.Wrap(
            texts.Language,
            texts.ContinueTitle,
            Markup.Of(
                $"""
                <p>{texts.ContinueLead}</p>
                <dl>
                <div><dt>{texts.TelegramLabel}</dt><dd><bdi>{view.TelegramName}</bdi>{Username(texts, view)}</dd></div>
                <div><dt>{texts.MailboxLabel}</dt><dd><bdi>{view.Mailbox}</bdi></dd></div>
                </dl>
                <p class="warn">{texts.ContinueWarning}</p>
                <p><a class="go" href="{view.FinishAddress.AbsoluteUri}" rel="noreferrer">{texts.FinishButton}</a></p>
                <form method="post" action="callback">
                <input type="hidden" name="state" value="{view.State}">
                <button type="submit">{texts.DenyButton}</button>
                </form>
                <figure>
                {QrCodeSvg.Draw(view.FinishAddress.AbsoluteUri, texts.QrLabel)}
                <figcaption>{texts.QrHint}</figcaption>
                </figure>
                <p class="soft">{texts.CodeLifetime}</p>
                """
            )
        );

    private static Markup Username(IPageTexts texts, ContinueView view) =>
        view.Username is { Length: > 0 } username
            ? Markup.Of($"<span>@{username}</span>")
            : Markup.Of($"<span>{texts.NoUsername}</span>");
}
