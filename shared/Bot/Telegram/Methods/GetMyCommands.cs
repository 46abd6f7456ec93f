using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Tells the command menu of a scope and language.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#getmycommands.</remarks>
public sealed record GetMyCommands
{
    /// <summary>Where the menu is shown; null for everywhere.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>ISO 639-1 code; null for people whose language has no menu of its own.</summary>
    public string? LanguageCode { get; init; }
}
