using System.Globalization;
using PaymentBot.Bot.Settings;
using PaymentBot.Erp;
using PaymentBot.Erp.People;

namespace PaymentBot.Functions.Settings;

/// <summary>Says what is wrong with the keys, and with the settings that signing in needs.</summary>
/// <param name="faults">Gets a line for each fault; the lines name keys, never values.</param>
internal sealed class SignInSettingsCheck(ICollection<string> faults)
{
    private const int EncryptionKeyBytes = 32;
    private const int SigningKeyBytes = 32;

    /// <summary>Checks what has to be there, and that the addresses are addresses.</summary>
    /// <param name="settings">The settings.</param>
    public void Check(BotSettings settings)
    {
        var google = settings.Google;
        CheckAddress(settings.Telegram.LinkUrl, "Telegram__LinkUrl");
        CheckAddress(google.AuthorizationUrl, "Google__AuthorizationUrl");
        CheckAddress(google.TokenUrl, "Google__TokenUrl");
        CheckAddress(google.CertificatesUrl, "Google__CertificatesUrl");
        CheckAddress(google.RevokeUrl, "Google__RevokeUrl");
        CheckAddress(google.Issuer, "Google__Issuer");
        if (settings.SignsIn)
        {
            CheckNeeds(google, settings.Bot, settings.Telegram.Updates);
        }
    }

    /// <summary>The allowed domains in lower case, with international ones as A-labels (<c>xn--</c>).</summary>
    /// <param name="google">The section.</param>
    public IReadOnlyList<string> ReadDomains(GoogleSettings google)
    {
        var domains = new List<string>();
        for (var index = 0; index < google.AllowedDomains.Length; index++)
        {
            var domain = EmailAddress.CanonicalDomain(google.AllowedDomains[index].Trim());
            if (domain?.Contains('.', StringComparison.Ordinal) == true)
            {
                domains.Add(domain);
            }
            else
            {
                faults.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Google__AllowedDomains__{index} must be a whole domain such as example.ru."
                    )
                );
            }
        }

        return domains;
    }

    /// <summary>Reads the key that signs buttons.</summary>
    /// <param name="text">Base64, or nothing.</param>
    /// <returns>The key; empty or too short when a fault was noted.</returns>
    public byte[] ReadSigningKey(string text)
    {
        var bytes = new byte[text.Length];
        if (text.Length == 0)
        {
            return bytes;
        }

        if (Convert.TryFromBase64String(text, bytes, out var written) && written >= SigningKeyBytes)
        {
            return bytes[..written];
        }

        faults.Add("Bot__SigningKey must be at least 32 random bytes in base64 (openssl rand -base64 32).");
        return bytes;
    }

    /// <summary>Reads an encryption key.</summary>
    /// <param name="text">Base64, or nothing.</param>
    /// <param name="name">The name of the setting.</param>
    /// <returns>32 bytes, or null when there is none.</returns>
    public byte[]? ReadEncryptionKey(string? text, string name)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var written) && written == EncryptionKeyBytes)
        {
            return bytes[..written];
        }

        faults.Add($"{name} must be 32 random bytes in base64 (openssl rand -base64 32).");
        return null;
    }

    private void CheckNeeds(GoogleSettings google, BotSection bot, UpdatesMode updates)
    {
        if (string.IsNullOrEmpty(google.ClientSecret))
        {
            faults.Add("Google__ClientSecret is missing: the secret that belongs to Google__ClientId.");
        }

        if (google.AllowedDomains.Length == 0)
        {
            faults.Add("Google__AllowedDomains__0 is missing: the domain of the company's mailboxes.");
        }

        if (string.IsNullOrEmpty(bot.EncryptionKey))
        {
            faults.Add("Bot__EncryptionKey is missing: 32 random bytes in base64 (openssl rand -base64 32).");
        }

        // Who gets updates by webhook has been told already.
        if (!string.IsNullOrEmpty(bot.PublicUrl))
        {
            CheckAddress(bot.PublicUrl, "Bot__PublicUrl");
        }
        else if (updates != UpdatesMode.Webhook)
        {
            faults.Add("Bot__PublicUrl is missing: the https address under which browsers reach the bot to sign in.");
        }
    }

    private void CheckAddress(string text, string name)
    {
        if (WebAddress.Parse(text) is not { Fragment: "" } address || !WebAddress.IsSafe(address))
        {
            faults.Add($"{name} must be an absolute https address (http only on this machine).");
        }
    }
}
