using PaymentBot.Cards;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>What all pages have in common. No script, no picture, no request to anybody.</summary>
internal static class PageShell
{
    private static readonly Markup Style = new($"<style>{PageStyle.Css}</style>");

    /// <summary>Puts a page around its content.</summary>
    /// <param name="language">The language of the content.</param>
    /// <param name="title">The heading, which is also the title of the tab.</param>
    /// <param name="content">What stands below the heading.</param>
    public static Markup Wrap(Language language, string title, Markup content) =>
        Markup.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{LanguageTags.CodeOf(language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="format-detection" content="telephone=no">
            <title>{title} · PaymentBot</title>
            {Style}
            </head>
            <body>
            <header>PaymentBot</header>
            <main>
            <h1>{title}</h1>
            {content}
            </main>
            </body>
            </html>

            """
        );
}
