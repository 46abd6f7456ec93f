namespace PaymentBot.Storage;

/// <summary>What came of bringing a copy back. All but <see cref="Restored"/> leave everything as it was.</summary>
public enum RestoreOutcome
{
    /// <summary>The store holds what the copy held.</summary>
    Restored,

    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>The file is no copy of such a store.</summary>
    NotACopy,

    /// <summary>The file is damaged.</summary>
    Damaged,

    /// <summary>The copy was made by a newer version of the program.</summary>
    TooNew,

    /// <summary>Somebody else, most likely the bot, has the store open.</summary>
    InUse,
}
