namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>A card that is ready to be sent.</summary>
/// <param name="Html">The text in Telegram's HTML.</param>
/// <param name="Keyboard">Rows of buttons, empty for none.</param>
/// <param name="Hash">22 characters that differ when text or buttons differ.</param>
/// <param name="Revision">The revision it shows.</param>
public sealed record ComposedCard(
    string Html,
    IReadOnlyList<IReadOnlyList<CardKey>> Keyboard,
    string Hash,
    long Revision
)
{
    /// <summary>Whether it makes no sound when it is sent; editing never makes one.</summary>
    public bool Silent { get; init; }
}

/// <summary>A button of a card that is ready to be sent: exactly one of <paramref name="Data"/> and <paramref name="Url"/> is set.</summary>
/// <param name="Text">The label, plain text.</param>
/// <param name="Data">What a tap brings back, signed; at most 64 bytes.</param>
/// <param name="Url">The address a tap opens.</param>
public sealed record CardKey(string Text, string? Data = null, string? Url = null);
