using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>A card as it goes to Telegram.</summary>
/// <param name="Html">The text in Telegram's HTML.</param>
/// <param name="Markup">The buttons, or null for none.</param>
/// <param name="Hash">22 characters that differ when text or buttons differ.</param>
/// <param name="Revision">The revision it shows.</param>
public sealed record ComposedCard(string Html, InlineKeyboardMarkup? Markup, string Hash, long Revision)
{
    /// <summary>Whether it makes no sound when it is sent; editing never makes one.</summary>
    public bool Silent { get; init; }
}
