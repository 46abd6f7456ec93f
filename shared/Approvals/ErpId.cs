namespace PaymentBot.Approvals;

/// <summary>The ERP's own identity of a person or of a catalogue entry: 1 to 200 characters, compared by code point.</summary>
/// <param name="Value">The text exactly as the ERP sent it.</param>
public readonly record struct ErpId(string Value)
{
    /// <summary>The longest accepted identity, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <inheritdoc />
    public override string ToString() => Value;
}
