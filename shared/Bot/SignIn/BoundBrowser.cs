using PaymentBot.Bot.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>A browser whose cookie and state belong together.</summary>
/// <param name="Ticket">The ticket it is tied to.</param>
/// <param name="Session">Its secrets.</param>
public sealed record BoundBrowser(StoredTicket Ticket, BrowserSession Session)
{
    /// <summary>Nothing of it.</summary>
    public override string ToString() => nameof(BoundBrowser);
}
