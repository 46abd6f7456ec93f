namespace PaymentBot.Bot.Telegram;

/// <summary>An error the bot knows.</summary>
/// <param name="Code">Telegram's <c>error_code</c>; 500 stands for every 5xx.</param>
/// <param name="Match">Part of the description, in any letter case; empty matches all.</param>
/// <param name="Class">What it asks for.</param>
internal sealed record TelegramError(int Code, string Match, TelegramErrorClass Class);
