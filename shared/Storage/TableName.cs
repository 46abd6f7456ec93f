namespace PaymentBot.Storage;

/// <summary>The tables the bot keeps. The member's name is the table's name.</summary>
public enum TableName
{
    /// <summary>ERP users.</summary>
    People,

    /// <summary>Telegram user to ERP person.</summary>
    Links,

    /// <summary>One-time sign-in tickets.</summary>
    LoginTickets,

    /// <summary>The latest snapshot of each request.</summary>
    Requests,

    /// <summary>One row per request and recipient: where the card is and what it shows.</summary>
    Cards,

    /// <summary>Claims of decisions, which are also the outbox to the ERP.</summary>
    Decisions,

    /// <summary>The inbox of each person.</summary>
    Pending,

    /// <summary>Bound groups.</summary>
    Groups,

    /// <summary>Files by SHA-256: blob and Telegram file_id.</summary>
    Files,

    /// <summary>Update and webhook identities already handled.</summary>
    Seen,

    /// <summary>Next free send slots.</summary>
    Slots,

    /// <summary>Questions the bot has asked and waits for an answer to.</summary>
    Dialogues,

    /// <summary>The index that requests are searched by.</summary>
    Search,

    /// <summary>What people were told once about a request.</summary>
    Told,

    /// <summary>Decisions that wait for the ERP to fetch them, and where to find each by its identity.</summary>
    Outbox,

    /// <summary>What the bot remembers of itself: the last contact with the ERP, the webhook as it was set.</summary>
    Notes,
}
