using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using Telegram.Bot;

namespace PaymentBot.Bot.Conversation;

/// <summary>Who the bot is in Telegram. Asked for at the first need and kept: a bot's name changes only by hand, and then a restart is due.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="settings">The base of links that open a chat.</param>
public sealed class BotIdentity(TelegramClient telegram, BotSettings settings)
{
    private volatile string? _username;

    /// <summary>The bot's user name without <c>@</c>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TelegramApiException">Telegram did not say; asking again is safe.</exception>
    public async ValueTask<string> GetUsernameAsync(CancellationToken cancellationToken) =>
        _username ??= (await telegram.GetMe(cancellationToken)).Username ?? string.Empty;

    /// <summary>The address that opens the private chat and sends <c>/start</c> with a text (https://core.telegram.org/bots/features#deep-linking).</summary>
    /// <param name="payload">1 to 64 characters out of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TelegramApiException">Telegram did not say who the bot is; asking again is safe.</exception>
    public async ValueTask<Uri> GetDeepLinkAsync(string payload, CancellationToken cancellationToken)
    {
        var username = await GetUsernameAsync(cancellationToken);
        return new Uri($"{settings.Telegram.LinkUrl.TrimEnd('/')}/{username}?start={payload}");
    }
}
