using PaymentBot.Bot.SignIn;
using PaymentBot.Cards;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>What the pages say in one language. Plain text, not encoded.</summary>
internal interface IPageTexts
{
    /// <summary>The language.</summary>
    Language Language { get; }

    /// <summary>The heading when Google has vouched for the mailbox.</summary>
    string ContinueTitle { get; }

    /// <summary>What is left to do.</summary>
    string ContinueLead { get; }

    /// <summary>Stands before the Telegram account.</summary>
    string TelegramLabel { get; }

    /// <summary>Stands before the mailbox.</summary>
    string MailboxLabel { get; }

    /// <summary>Stands where a Telegram account has no name to call it by.</summary>
    string NoUsername { get; }

    /// <summary>Asks to look who asked.</summary>
    string ContinueWarning { get; }

    /// <summary>The button that opens Telegram.</summary>
    string FinishButton { get; }

    /// <summary>Stands below the QR code.</summary>
    string QrHint { get; }

    /// <summary>What a screen reader says in place of the QR code.</summary>
    string QrLabel { get; }

    /// <summary>How long the code lives.</summary>
    string CodeLifetime { get; }

    /// <summary>The button that stops it all.</summary>
    string DenyButton { get; }

    /// <summary>The heading after that button.</summary>
    string DeniedTitle { get; }

    /// <summary>What came of it.</summary>
    string DeniedLead { get; }

    /// <summary>What to do next.</summary>
    string DeniedAdvice { get; }

    /// <summary>The heading in a window inside another application.</summary>
    string EmbeddedTitle { get; }

    /// <summary>Why it cannot go on there.</summary>
    string EmbeddedWhy { get; }

    /// <summary>How to get to a real browser, step by step.</summary>
    IReadOnlyList<string> EmbeddedSteps { get; }

    /// <summary>Stands before the address to copy.</summary>
    string EmbeddedAddress { get; }

    /// <summary>The link for those who are in a real browser all the same.</summary>
    string EmbeddedAnyway { get; }

    /// <summary>Why somebody was not signed in, and what helps.</summary>
    /// <param name="refusal">Why.</param>
    RefusalText Refused(Refusal refusal);

    /// <summary>Which mailboxes may sign in.</summary>
    /// <param name="domains">The domains, one or more.</param>
    string AllowedDomains(IReadOnlyList<string> domains);
}
