namespace PaymentBot.Cards.Groups;

/// <summary>How much of a request the card of a group shows. The texts are stored: never rename.</summary>
public enum Redaction
{
    /// <summary>No account and no taxpayer number, also not in what people wrote; no files.</summary>
    Account,

    /// <summary>As <see cref="Account"/>, and amounts with two significant digits; nothing of what people wrote, for it names amounts too.</summary>
    Rounded,

    /// <summary>All that a private card shows of the payee, and the files.</summary>
    Full,
}
