namespace PaymentBot.Bot.Telegram.Types;

/// <summary>How a text is marked up.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#formatting-options.</remarks>
public static class ParseMode
{
    /// <summary>Telegram's small set of HTML tags.</summary>
    public const string Html = "HTML";
}
