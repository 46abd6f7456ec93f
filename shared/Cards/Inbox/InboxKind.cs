namespace PaymentBot.Cards.Inbox;

/// <summary>What a list shows.</summary>
public enum InboxKind
{
    /// <summary>What waits for the reader's decision.</summary>
    Pending,

    /// <summary>What the reader initiated.</summary>
    Mine,

    /// <summary>What the reader decided.</summary>
    History,

    /// <summary>What was searched for.</summary>
    Found,
}
