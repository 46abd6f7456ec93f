using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Functions.Commands;

/// <summary>What an operator does with the webhook: the command line and the sandbox enter here.</summary>
public static class WebhookAdministration
{
    /// <summary>Tells Telegram where the bot is, and makes the bot's profile there right.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="certificatePath">The public part of a self-signed certificate in PEM; null takes that of the settings, if there is one.</param>
    /// <param name="cancellationToken">Ends the work; setting again is safe.</param>
    /// <returns>The address that was set.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    /// <exception cref="SettingsException">No address is configured, or the file is no public part of a certificate.</exception>
    public static async Task<Uri> SetAsync(
        IServiceProvider services,
        string? certificatePath,
        CancellationToken cancellationToken
    )
    {
        var url = await services.GetRequiredService<WebhookKeeper>().SetAsync(certificatePath, cancellationToken);
        await services.GetRequiredService<BotProfile>().ApplyAsync(cancellationToken);
        return url;
    }
}
