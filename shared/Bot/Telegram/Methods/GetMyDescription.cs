namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Tells the bot's description, or its short description, in a language.</summary>
/// <remarks>Sources: https://core.telegram.org/bots/api#getmydescription, https://core.telegram.org/bots/api#getmyshortdescription.</remarks>
public sealed record GetMyDescription
{
    /// <summary>ISO 639-1 code; null for people whose language has no text of its own.</summary>
    public string? LanguageCode { get; init; }
}
