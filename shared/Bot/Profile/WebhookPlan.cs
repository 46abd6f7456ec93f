using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;
using Telegram.Bot.Requests;

namespace PaymentBot.Bot.Profile;

/// <summary>The webhook as the settings want it.</summary>
/// <param name="Url">Where Telegram sends updates.</param>
/// <param name="SecretToken">What it sends along, or null.</param>
/// <param name="CertificatePath">The file with the certificate it has to trust, or null.</param>
/// <param name="Certificate">The bytes of that file, or null.</param>
public sealed record WebhookPlan(Uri Url, string? SecretToken, string? CertificatePath, byte[]? Certificate)
{
    /// <summary>Deliveries at the same time, the most there can be.</summary>
    public const int MaxConnections = 100;

    /// <summary>
    /// What cannot be read back from Telegram, secret and certificate, as two hashes with a space between: the difference to what was set last shows.
    /// </summary>
    public string Fingerprint =>
        $"{StorageKey.Of($"secret {SecretToken}")} {StorageKey.Of(Convert.ToHexString(Certificate ?? []))}";

    /// <summary>Reads the settings, and the certificate if there is one.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="certificatePath">Another certificate than that of the settings, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SettingsException">No address is configured, or the file is no public part of a certificate.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<WebhookPlan> ReadAsync(
        BotSettings settings,
        string? certificatePath,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(settings.Bot.PublicUrl))
        {
            throw new SettingsException([
                "Bot__PublicUrl is missing: the https address Telegram reaches the bot under.",
            ]);
        }

        var path = certificatePath ?? settings.Telegram.CertificatePath;
        var hasCertificate = !string.IsNullOrEmpty(path);
        return new WebhookPlan(
            new Uri(settings.Bot.PublicUrl.TrimEnd('/') + PublicPaths.TelegramWebhook),
            settings.Telegram.WebhookSecret,
            hasCertificate ? path : null,
            hasCertificate ? await ReadCertificateAsync(path!, cancellationToken) : null
        );
    }

    /// <summary>The call that sets it.</summary>
    public SetWebhookRequest ToRequest() =>
        new()
        {
            Url = Url.AbsoluteUri,
            SecretToken = SecretToken,
            MaxConnections = MaxConnections,
            AllowedUpdates = UpdateKinds.Allowed,
            Certificate = Certificate is null
                ? null
                : TelegramFiles.Upload(new MemoryStream(Certificate), Path.GetFileName(CertificatePath!)),
        };

    private static async Task<byte[]> ReadCertificateAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        var text = System.Text.Encoding.ASCII.GetString(bytes);
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new SettingsException([
                $"{path} holds a private key: give Telegram the public part of the certificate only.",
            ]);
        }

        return text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
            ? bytes
            : throw new SettingsException([$"{path} is no certificate in PEM (-----BEGIN CERTIFICATE-----)."]);
    }
}
