using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The page that says why somebody was not signed in, and what helps.</summary>
internal static class RefusedPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="mailbox">The mailbox that Google vouched for, or null.</param>
    /// <param name="allowedDomains">The domains to choose from; only read where the mailbox is none of them.</param>
    public static Markup Render(
        IPageTexts texts,
        Refusal refusal,
        string? mailbox = null,
        IReadOnlyList<string>? allowedDomains = null
    )
    {
        var text = texts.Refused(refusal);
        return PageShell.Wrap(
            texts.Language,
            text.Title,
            Markup.Of(
                $"""
                <p>{text.Why}</p>
                {Mailbox(texts, mailbox)}{Domains(texts, refusal, allowedDomains)}<p>{text.WhatToDo}</p>
                """
            )
        );
    }

    private static Markup Mailbox(IPageTexts texts, string? mailbox) =>
        mailbox is null
            ? default
            : Markup.Of($"<dl><div><dt>{texts.MailboxLabel}</dt><dd><bdi>{mailbox}</bdi></dd></div></dl>\n");

    private static Markup Domains(IPageTexts texts, Refusal refusal, IReadOnlyList<string>? domains) =>
        refusal == Refusal.WrongDomain && domains is { Count: > 0 }
            ? Markup.Of($"<p>{texts.AllowedDomains(domains)}</p>\n")
            : default;
}
