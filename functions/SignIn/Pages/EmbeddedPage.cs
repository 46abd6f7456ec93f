namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The page for a window inside another application, which Google refuses (<c>disallowed_useragent</c>).</summary>
internal static class EmbeddedPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="address">The address to open elsewhere, or null when it is no longer known.</param>
    /// <param name="anywayPath">Where to go on all the same, or null.</param>
    public static Markup Render(IPageTexts texts, Uri? address, string? anywayPath) =>
        PageShell.Wrap(
            texts.Language,
            texts.EmbeddedTitle,
            Markup.Of(
                $"""
                <p>{texts.EmbeddedWhy}</p>
                <ol>
                {Markup.Join(texts.EmbeddedSteps.Select(step => Markup.Of($"<li>{step}</li>")))}
                </ol>
                {Address(texts, address)}{Anyway(texts, anywayPath)}
                """
            )
        );

    private static Markup Address(IPageTexts texts, Uri? address) =>
        address is null ? default : Markup.Of($"<p>{texts.EmbeddedAddress}</p>\n<code>{address.AbsoluteUri}</code>\n");

    private static Markup Anyway(IPageTexts texts, string? path) =>
        path is null ? default : Markup.Of($"<p><a href=\"{path}\">{texts.EmbeddedAnyway}</a></p>");
}
