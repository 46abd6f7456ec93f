namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sets what an empty chat with the bot shows.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#setmydescription.</remarks>
public sealed record SetMyDescription
{
    /// <summary>0 to 512 characters.</summary>
    public required string Description { get; init; }

    /// <summary>ISO 639-1 code; null for people whose language has no text of its own.</summary>
    public string? LanguageCode { get; init; }
}
