using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>Who the bot is and how updates reach it. What every call throws is said at <see cref="TelegramClient"/>.</summary>
public static class TelegramSetupMethods
{
    private static readonly TimeSpan PollingMargin = TimeSpan.FromSeconds(10);

    /// <summary>Tells who the bot is; proves the token.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The bot.</returns>
    public static Task<User> GetMeAsync(this TelegramClient client, CancellationToken cancellationToken) =>
        client.SendAsync(ApiMethods.GetMe, new NoParameters(), cancellationToken);

    /// <summary>Tells Telegram where to send updates.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">The address and what to send.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the webhook is set.</returns>
    public static Task SetWebhookAsync(
        this TelegramClient client,
        SetWebhook request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Certificate(request);
        return request.Certificate is InputFile.Upload file
            ? client.UploadAsync(
                ApiMethods.SetWebhook,
                request with
                {
                    Certificate = new InputFile.Attached("certificate"),
                },
                new Dictionary<string, InputFile.Upload>(StringComparer.Ordinal) { ["certificate"] = file },
                cancellationToken
            )
            : client.SendAsync(ApiMethods.SetWebhook, request, cancellationToken);
    }

    /// <summary>Ends delivery by webhook.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Whether to forget what waits.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when no webhook is set.</returns>
    public static Task DeleteWebhookAsync(
        this TelegramClient client,
        DeleteWebhook request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.DeleteWebhook, request, cancellationToken);

    /// <summary>Tells how updates reach the bot.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The state of delivery.</returns>
    public static Task<WebhookInfo> GetWebhookInfoAsync(
        this TelegramClient client,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.GetWebhookInfo, new NoParameters(), cancellationToken);

    /// <summary>Waits for updates, for at most the request's time-out.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">From where, how many, how long.</param>
    /// <param name="cancellationToken">Stops waiting; nothing is lost, as only the next offset confirms.</param>
    /// <returns>Updates in order; empty when none came.</returns>
    public static Task<IReadOnlyList<Update>> GetUpdatesAsync(
        this TelegramClient client,
        GetUpdates request,
        CancellationToken cancellationToken
    ) =>
        client.SendAsync(
            ApiMethods.GetUpdates,
            request,
            TimeSpan.FromSeconds(request.Timeout ?? 0) + PollingMargin,
            cancellationToken
        );
}
