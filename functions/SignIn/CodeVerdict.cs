using PaymentBot.Identity;

namespace PaymentBot.Functions.SignIn;

/// <summary>What a code is worth in the hands of the user who brought it: exactly one of the nested records.</summary>
internal abstract record CodeVerdict
{
    private CodeVerdict() { }

    /// <summary>The user brought too many codes; nothing was looked up.</summary>
    /// <param name="Answered">Whether the user was told so a moment ago.</param>
    internal sealed record TooMany(bool Answered) : CodeVerdict;

    /// <summary>Unknown, expired, dead, or spent by somebody.</summary>
    internal sealed record Unusable : CodeVerdict;

    /// <summary>Spent by this user, who is linked by it.</summary>
    /// <param name="Link">The link.</param>
    internal sealed record Done(Link Link) : CodeVerdict;

    /// <summary>It belongs to another user; the alarm was raised.</summary>
    /// <param name="Ticket">The sign-in, dead now.</param>
    internal sealed record Stolen(LoginTicket Ticket) : CodeVerdict;

    /// <summary>The person it belongs to may no longer use the bot; the sign-in is dead now.</summary>
    internal sealed record NoAccess : CodeVerdict;

    /// <summary>It is this user's, and good.</summary>
    /// <param name="Stored">The sign-in, proven.</param>
    internal sealed record Good(StoredTicket Stored) : CodeVerdict;
}
