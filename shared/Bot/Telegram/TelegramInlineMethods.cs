using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>Inline queries. What every call throws is said at <see cref="TelegramClient"/>.</summary>
public static class TelegramInlineMethods
{
    /// <summary>Answers an inline query. Fails with Expired some ten seconds after it.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Which query, and the results.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when Telegram has taken the answer.</returns>
    /// <exception cref="ArgumentException">Too many results, an id twice or of a wrong length, or an offset that is too long.</exception>
    public static Task AnswerInlineQueryAsync(
        this TelegramClient client,
        AnswerInlineQuery request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Results(request);
        return client.SendAsync(ApiMethods.AnswerInlineQuery, request, cancellationToken);
    }
}
