using PaymentBot.Functions.Profile;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.TelegramWebhook;
using PaymentBot.Telegram;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.Commands;

/// <summary>What an operator does with the webhook: the command line and the sandbox enter here.</summary>
public static class WebhookAdministration
{
    private const string Path = "/api/telegram/webhook";
    private const int MaxConnections = 100;

    /// <summary>Tells Telegram where the bot is, and makes the bot's profile there right.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="certificatePath">The public part of a self-signed certificate in PEM, or null.</param>
    /// <param name="cancellationToken">Ends the work; setting again is safe.</param>
    /// <returns>The address that was set.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    /// <exception cref="SettingsException">No address is configured.</exception>
    public static async Task<Uri> SetAsync(
        IServiceProvider services,
        string? certificatePath,
        CancellationToken cancellationToken
    )
    {
        var settings = services.GetRequiredService<BotSettings>();
        if (string.IsNullOrEmpty(settings.Bot.PublicUrl))
        {
            throw new SettingsException([
                "Bot__PublicUrl is missing: the https address Telegram reaches the bot under.",
            ]);
        }

        var telegram = services.GetRequiredService<TelegramClient>();
        var url = new Uri(settings.Bot.PublicUrl.TrimEnd('/') + Path);
        var request = new SetWebhook
        {
            Url = url.AbsoluteUri,
            SecretToken = settings.Telegram.WebhookSecret,
            MaxConnections = MaxConnections,
            AllowedUpdates = UpdateKinds.Allowed,
            Certificate = certificatePath is null ? null : Certificate(certificatePath),
        };
        await telegram.SetWebhookAsync(request, cancellationToken);
        await services.GetRequiredService<BotProfile>().ApplyAsync(cancellationToken);
        return url;
    }

    private static InputFile.Upload Certificate(string path) =>
        new(
            _ => ValueTask.FromResult<Stream>(File.OpenRead(path)),
            System.IO.Path.GetFileName(path),
            "application/x-pem-file"
        );
}
