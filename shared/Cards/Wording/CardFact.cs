namespace PaymentBot.Cards.Wording;

/// <summary>The facts of a request that stand on a card as label and value.</summary>
internal enum CardFact
{
    /// <summary>Who is to be paid.</summary>
    Payee,

    /// <summary>The payee's taxpayer number.</summary>
    Inn,

    /// <summary>The payee's masked account.</summary>
    Account,

    /// <summary>Who pays.</summary>
    Organization,

    /// <summary>The department that asks.</summary>
    Department,

    /// <summary>The budget line.</summary>
    CashFlowItem,

    /// <summary>The kind of payment.</summary>
    Operation,

    /// <summary>The day wished for.</summary>
    DesiredDate,

    /// <summary>Who asks.</summary>
    Initiator,
}
