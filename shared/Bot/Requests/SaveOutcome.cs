namespace PaymentBot.Bot.Requests;

/// <summary>What became of a snapshot that was to be stored.</summary>
public enum SaveOutcome
{
    /// <summary>It is the latest now.</summary>
    Stored,

    /// <summary>The very same revision with the same content was there already.</summary>
    Unchanged,

    /// <summary>A newer revision is there; nothing was changed.</summary>
    Stale,

    /// <summary>The same revision with other content is there; nothing was changed.</summary>
    RevisionReused,
}
