namespace PaymentBot.Approvals;

/// <summary>The ERP's own identity of a payment request: 1 to 200 characters, compared by code point. In 1C a document GUID.</summary>
/// <param name="Value">The text exactly as the ERP sent it.</param>
public readonly record struct RequestId(string Value)
{
    /// <summary>The longest accepted identity, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <inheritdoc />
    public override string ToString() => Value;
}
