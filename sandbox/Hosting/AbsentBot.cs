using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>No bot: somebody runs one of their own between the stand-ins.</summary>
internal sealed class AbsentBot : IBotUnderTest
{
    /// <summary>Leads the updates to where that bot is told to listen, as it may not have said so yet.</summary>
    public Task StartAsync(BotSettings settings, CancellationToken cancellationToken)
    {
        settings.Telegram.SetWebhook(new WebhookSettings(settings.WebhookUrl, BotSettings.WebhookSecret));
        return Task.CompletedTask;
    }

    public Task LinkAsync(
        long telegramUserId,
        string erpId,
        string? languageCode,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<long, string>?> LinkedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, string>?>(null);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
