using PaymentBot.Cards;
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

    /// <summary>Tells Telegram where the bot is, and which commands it knows.</summary>
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
        await SetCommandsAsync(telegram, cancellationToken);
        return url;
    }

    private static InputFile.Upload Certificate(string path) =>
        new(
            _ => ValueTask.FromResult<Stream>(File.OpenRead(path)),
            System.IO.Path.GetFileName(path),
            "application/x-pem-file"
        );

    /// <summary>English for everybody, Russian for those whose Telegram speaks it.</summary>
    private static async Task SetCommandsAsync(TelegramClient telegram, CancellationToken cancellationToken)
    {
        foreach (var (language, code) in new[] { (Language.English, (string?)null), (Language.Russian, "ru") })
        {
            var commands = Phrases
                .For(language)
                .Commands.Select(text => new BotCommand { Command = text.Command, Description = text.Description });
            var request = new SetMyCommands
            {
                Commands = [.. commands],
                Scope = BotCommandScope.AllPrivateChats,
                LanguageCode = code,
            };
            await telegram.SetMyCommandsAsync(request, cancellationToken);
        }
    }
}
