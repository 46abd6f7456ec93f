using PaymentBot.Bot.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>What a code is worth in the hands of the user who brought it: exactly one of the nested records.</summary>
public abstract record CodeVerdict
{
    private CodeVerdict() { }

    /// <summary>The user brought too many codes; nothing was looked up.</summary>
    /// <param name="Answered">Whether the user was told so a moment ago.</param>
    public sealed record TooMany(bool Answered) : CodeVerdict;

    /// <summary>Unknown, expired, dead, or spent by somebody.</summary>
    public sealed record Unusable : CodeVerdict;

    /// <summary>Spent by this user, who is linked by it.</summary>
    /// <param name="Link">The link.</param>
    public sealed record Done(Link Link) : CodeVerdict;

    /// <summary>It belongs to another user; the alarm was raised.</summary>
    /// <param name="Ticket">The sign-in, dead now.</param>
    public sealed record Stolen(LoginTicket Ticket) : CodeVerdict;

    /// <summary>The person it belongs to may no longer use the bot; the sign-in is dead now.</summary>
    public sealed record NoAccess : CodeVerdict;

    /// <summary>It is this user's, and good.</summary>
    /// <param name="Stored">The sign-in, proven.</param>
    public sealed record Good(StoredTicket Stored) : CodeVerdict;
}
