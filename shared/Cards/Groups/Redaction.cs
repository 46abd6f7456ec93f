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

/// <summary>How people and settings write a <see cref="Redaction"/>.</summary>
public static class RedactionNames
{
    /// <summary>Reads a level.</summary>
    /// <param name="text">One word in any case.</param>
    /// <returns>The level, or null when it is none.</returns>
    public static Redaction? Parse(string text) =>
        text.ToLowerInvariant() switch
        {
            "full" => Redaction.Full,
            "account" => Redaction.Account,
            "rounded" => Redaction.Rounded,
            _ => null,
        };

    /// <summary>Writes a level as <see cref="Parse"/> reads it.</summary>
    /// <param name="redaction">The level.</param>
    public static string Of(Redaction redaction) =>
        redaction switch
        {
            Redaction.Full => "full",
            Redaction.Rounded => "rounded",
            _ => "account",
        };
}

/// <summary>Why a group's cards do not reach it. The texts are stored: never rename.</summary>
public enum GroupTrouble
{
    /// <summary>They do.</summary>
    None,

    /// <summary>The bot is not in the group, or the group is gone.</summary>
    Gone,

    /// <summary>The bot may not write there.</summary>
    NoRights,

    /// <summary>The topic is closed.</summary>
    TopicClosed,

    /// <summary>The topic was deleted.</summary>
    TopicGone,
}
