using PaymentBot.Approvals;

namespace PaymentBot.Bot.SignIn;

/// <summary>Whose mailbox it is, as far as the ERP tells.</summary>
public abstract record PersonFinding
{
    private PersonFinding() { }

    /// <summary>Exactly one active person has the mailbox.</summary>
    /// <param name="ErpId">The person.</param>
    /// <param name="Name">The ERP's name of the person.</param>
    public sealed record Found(ErpId ErpId, string Name) : PersonFinding;

    /// <summary>Nobody has it.</summary>
    public sealed record Unknown : PersonFinding;

    /// <summary>Who has it may not do anything any more.</summary>
    public sealed record Inactive : PersonFinding;

    /// <summary>More than one active person has it.</summary>
    /// <param name="Count">How many, 2 or more.</param>
    public sealed record Several(int Count) : PersonFinding;

    /// <summary>The ERP does not answer right now.</summary>
    public sealed record Unreachable : PersonFinding;
}
