namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sets what the bot's profile shows.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#setmyshortdescription.</remarks>
public sealed record SetMyShortDescription
{
    /// <summary>0 to 120 characters.</summary>
    public required string ShortDescription { get; init; }

    /// <summary>ISO 639-1 code; null for people whose language has no text of its own.</summary>
    public string? LanguageCode { get; init; }
}
