using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>What came of Google's answer.</summary>
public abstract record ProofOutcome
{
    private ProofOutcome() { }

    /// <summary>The mailbox is proven and its person known; Telegram has to bring a code back.</summary>
    /// <param name="Mailbox">The mailbox.</param>
    /// <param name="FinishAddress">Opens the bot with the code. A secret.</param>
    public sealed record Proven(EmailAddress Mailbox, Uri FinishAddress) : ProofOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Mailbox">The mailbox, when Google vouched for one.</param>
    public sealed record Refused(Refusal Reason, EmailAddress? Mailbox) : ProofOutcome;
}
