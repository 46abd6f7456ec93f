namespace PaymentBot.Approvals;

/// <summary>An ERP user as a snapshot names them.</summary>
/// <param name="ErpId">The ERP's identity of the user.</param>
/// <param name="Name">The name to show, 1 to 1,000 characters.</param>
/// <param name="Email">The mailbox, or null when the ERP has none.</param>
public sealed record Person(ErpId ErpId, string Name, string? Email = null);

/// <summary>The ERP's own identity of a person or of a catalogue entry: 1 to 200 characters, compared by code point.</summary>
/// <param name="Value">The text exactly as the ERP sent it.</param>
public readonly record struct ErpId(string Value)
{
    /// <summary>The longest accepted identity, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A catalogue entry of the ERP with its name: organization, department or cash flow item.</summary>
/// <param name="ErpId">The ERP's identity, or null when the ERP sent none or the empty reference.</param>
/// <param name="Name">The name to show, 1 to 1,000 characters.</param>
public sealed record Party(ErpId? ErpId, string Name);

/// <summary>Why the bot cannot write to a person. The names are stored: never rename.</summary>
public enum UnreachableReason
{
    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The person never started the bot, so it has no chat to write to.</summary>
    NeverStarted,

    /// <summary>The person's account is gone.</summary>
    Deleted,
}
