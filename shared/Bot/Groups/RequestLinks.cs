using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Bot.Groups;

/// <summary>Makes the deep links of requests. While Telegram does not say what the bot is called there are none; the next edit of a card brings its button.</summary>
/// <param name="identity">Who the bot is.</param>
/// <param name="logger">The log.</param>
public sealed partial class RequestLinks(BotIdentity identity, ILogger<RequestLinks> logger) : IRequestLinks
{
    /// <inheritdoc />
    public async ValueTask<string?> FindAsync(RequestKey request, CancellationToken cancellationToken)
    {
        try
        {
            var address = await identity.GetDeepLinkAsync(RequestLink.PayloadOf(request), cancellationToken);
            return address.AbsoluteUri;
        }
        catch (TelegramApiException exception)
        {
            Log.Nameless(logger, exception.ErrorClass);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A card goes without its button: getMe failed, {ErrorClass}.")]
        public static partial void Nameless(ILogger logger, TelegramErrorClass errorClass);
    }
}
