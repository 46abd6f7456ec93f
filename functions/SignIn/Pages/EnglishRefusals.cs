using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>Why somebody was not signed in, in English.</summary>
internal static class EnglishRefusals
{
    private const string WriteLogin = "Write /login to the bot in Telegram and press the new button.";
    private const string PressAgain = "Press the button in Telegram again, or write /login to the bot for a new one.";
    private const string AskErp = "Ask those who look after the ERP, then write /login to the bot again.";

    private static readonly Dictionary<Refusal, RefusalText> Texts = new()
    {
        [Refusal.SwitchedOff] = new(
            "No sign-in here",
            "Sign-in with Google is not set up on this bot.",
            "Ask its operators to connect you."
        ),
        [Refusal.Malformed] = new("This link is incomplete", "Something is missing in the address.", PressAgain),
        [Refusal.TooOften] = new(
            "Too many attempts",
            "There were too many calls from your network.",
            "Wait a minute, then try again."
        ),
        [Refusal.TicketGone] = new(
            "This link no longer works",
            "It is older than ten minutes, has been used, or a newer one took its place.",
            WriteLogin
        ),
        [Refusal.Overtaken] = new("Opened twice", "The link was opened in two windows at once.", PressAgain),
        [Refusal.NoCookie] = new(
            "Your browser lost the thread",
            "The cookie that was set at the start did not come back. The sign-in may have begun in another browser or a private window, or cookies are switched off.",
            "Allow cookies for this page. " + PressAgain
        ),
        [Refusal.OtherBrowser] = new(
            "This sign-in did not begin here",
            "What came back belongs to another sign-in, or its time is over. Nobody was connected.",
            "If somebody sent you the address, do not trust it. If it was you, write /login to the bot and press the new button."
        ),
        [Refusal.AlreadyProven] = new(
            "Already confirmed",
            "Your mailbox was confirmed before, and the link to Telegram is given only once.",
            "If the bot has not congratulated you yet, write /login to it and start again."
        ),
        [Refusal.Cancelled] = new(
            "You cancelled",
            "Google was not allowed to confirm your mailbox. Nothing was connected.",
            "Changed your mind? " + PressAgain
        ),
        [Refusal.NotProven] = new(
            "Google did not confirm",
            "The answer from Google could not be relied on. Nothing was connected.",
            PressAgain
        ),
        [Refusal.MailboxNotVerified] = new(
            "Mailbox not verified",
            "Google has not verified that this mailbox is yours.",
            "Verify the address in your Google account, then write /login to the bot again."
        ),
        [Refusal.WrongDomain] = new(
            "Not a company mailbox",
            "This Google account does not belong to the company.",
            PressAgain
        ),
        [Refusal.PersonUnknown] = new("The ERP does not know you", "The ERP has nobody with this mailbox.", AskErp),
        [Refusal.PersonInactive] = new(
            "Access is closed",
            "The ERP says that the person with this mailbox is no longer active.",
            AskErp
        ),
        [Refusal.SeveralPeople] = new(
            "Two people, one mailbox",
            "The ERP has more than one person with this mailbox, so nobody can be sure who you are. It is recorded for the operators of the bot.",
            AskErp
        ),
        [Refusal.Unavailable] = new(
            "Not right now",
            "One of the services behind the sign-in does not answer. Nothing was connected.",
            "Wait a minute. " + PressAgain
        ),
    };

    /// <summary>The text of a refusal.</summary>
    /// <param name="refusal">Why.</param>
    public static RefusalText Of(Refusal refusal) => Texts[refusal];
}
