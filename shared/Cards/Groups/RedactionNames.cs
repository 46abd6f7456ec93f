namespace PaymentBot.Cards.Groups;

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
