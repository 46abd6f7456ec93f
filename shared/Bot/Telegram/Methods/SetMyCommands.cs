using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sets the command menu for a scope and language.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#setmycommands.</remarks>
public sealed record SetMyCommands
{
    /// <summary>Up to 100 commands.</summary>
    public required IReadOnlyList<BotCommand> Commands { get; init; }

    /// <summary>Where the menu is shown; null for everywhere.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>ISO 639-1 code; null for people whose language has no menu of its own.</summary>
    public string? LanguageCode { get; init; }
}
