using PaymentBot.Bot.SignIn;
using PaymentBot.Cards;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The pages in English.</summary>
internal sealed class EnglishPageTexts : IPageTexts
{
    /// <inheritdoc />
    public Language Language => Language.English;

    /// <inheritdoc />
    public string ContinueTitle => "One step left";

    /// <inheritdoc />
    public string ContinueLead => "Google has confirmed your mailbox. Is this Telegram account yours?";

    /// <inheritdoc />
    public string TelegramLabel => "Telegram account that asked to sign in";

    /// <inheritdoc />
    public string MailboxLabel => "Your mailbox";

    /// <inheritdoc />
    public string NoUsername => "has no @username";

    /// <inheritdoc />
    public string ContinueWarning =>
        "If you did not write /login to the bot yourself, or the account is not yours, press “This was not me”. "
        + "Somebody may be trying to approve payments in your name.";

    /// <inheritdoc />
    public string FinishButton => "Finish in Telegram";

    /// <inheritdoc />
    public string QrHint => "No Telegram on this device? Point the camera of your phone here.";

    /// <inheritdoc />
    public string QrLabel => "QR code that opens the bot in Telegram";

    /// <inheritdoc />
    public string CodeLifetime =>
        "Nothing is connected until you press Start in Telegram. The link works once, for five minutes.";

    /// <inheritdoc />
    public string DenyButton => "This was not me";

    /// <inheritdoc />
    public string DeniedTitle => "Sign-in stopped";

    /// <inheritdoc />
    public string DeniedLead =>
        "The link is dead, and nobody got access in your name. It is recorded for the operators of the bot.";

    /// <inheritdoc />
    public string DeniedAdvice =>
        "If somebody sent you the link, show that message to your security people. You can close this page.";

    /// <inheritdoc />
    public string EmbeddedTitle => "Open this in your browser";

    /// <inheritdoc />
    public string EmbeddedWhy => "Google does not let anybody sign in inside the window of another app.";

    /// <inheritdoc />
    public IReadOnlyList<string> EmbeddedSteps =>
        [
            "Open the menu of this window: ⋮, … or the compass.",
            "Choose “Open in browser”, “Open in Chrome” or “Open in Safari”.",
            "No such line? Go back to the bot, press the button for a long time, copy the link and paste it into the browser.",
        ];

    /// <inheritdoc />
    public string EmbeddedAddress => "Or copy the address. It is for you alone, do not pass it on:";

    /// <inheritdoc />
    public string EmbeddedAnyway => "This is my browser already: go on here";

    /// <inheritdoc />
    public RefusalText Refused(Refusal refusal) => EnglishRefusals.Of(refusal);

    /// <inheritdoc />
    public string AllowedDomains(IReadOnlyList<string> domains) =>
        $"Choose an account at {string.Join(" or ", domains)}.";
}
