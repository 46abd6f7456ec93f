using System.Globalization;
using Microsoft.Extensions.Options;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Erp;

namespace PaymentBot.Functions.Settings;

/// <summary>Reads the configuration, or says everything that is wrong with it at once.</summary>
internal sealed class BotSettingsReader
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly List<string> _faults = [];

    /// <summary>Reads and validates.</summary>
    /// <param name="configuration">Keys with <c>:</c> between section and name.</param>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static HomeSettings Read(IConfiguration configuration) => Read(configuration, hosted: false);

    /// <summary>Reads and validates.</summary>
    /// <param name="configuration">Keys with <c>:</c> between section and name.</param>
    /// <param name="hosted">Whether the Functions host started the process.</param>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static HomeSettings Read(IConfiguration configuration, bool hosted)
    {
        var reader = new BotSettingsReader();
        var settings = reader.ReadAll(configuration);
        if (hosted)
        {
            reader.CheckHosted(settings);
        }

        return reader._faults.Count == 0 ? settings : throw new SettingsException(reader._faults);
    }

    /// <summary>Reads and validates only what tells where the store is.</summary>
    /// <param name="configuration">Keys with <c>:</c> between section and name.</param>
    /// <exception cref="SettingsException">Something of that is missing or wrong.</exception>
    public static StorageSettings ReadStorage(IConfiguration configuration)
    {
        var faults = new List<string>();
        var typed = TypedSettings.Keep(configuration, faults);
        faults.RemoveAll(fault => !fault.StartsWith("Storage__", StringComparison.Ordinal));
        var storage = typed.GetSection("Storage").Get<StorageSettings>() ?? new();
        new StorageSettingsCheck(faults).Read(storage, configuration);
        return faults.Count == 0 ? storage : throw new SettingsException(faults);
    }

    private HomeSettings ReadAll(IConfiguration given)
    {
        var configuration = TypedSettings.Keep(given, _faults);
        var erp = configuration.GetSection("Erp").Get<ErpSettings>() ?? new();
        var bot = configuration.GetSection("Bot").Get<BotSection>() ?? new();
        var google = configuration.GetSection("Google").Get<GoogleSettings>() ?? new();
        var storage = configuration.GetSection("Storage").Get<StorageSettings>() ?? new();
        var signIn = new SignInSettingsCheck(_faults);
        var erpCheck = new ErpSettingsCheck(_faults);
        var groups = new GroupSettingsReader(configuration.GetSection("Groups"), _faults);
        var settings = new HomeSettings
        {
            Telegram = configuration.GetSection("Telegram").Get<TelegramSettings>() ?? new(),
            Erp = erp,
            Storage = storage,
            AzureStorage = new StorageSettingsCheck(_faults).Read(storage, configuration),
            Bot = bot,
            Delivery = configuration.GetSection("Delivery").Get<DeliverySection>() ?? new(),
            ApprovalPolicy = new ApprovalSettingsCheck(_faults).Read(configuration),
            Google = google,
            Groups = groups.ReadPlaces(),
            BinderRoles = groups.ReadBinderRoles(),
            InboundKeys = erpCheck.ReadInboundKeys(erp),
            TimeZone = erpCheck.ReadTimeZone(erp),
            SigningKey = signIn.ReadSigningKey(bot.SigningKey),
            AllowedDomains = signIn.ReadDomains(google),
            EncryptionKey = signIn.ReadEncryptionKey(bot.EncryptionKey, "Bot__EncryptionKey"),
            FormerEncryptionKey = signIn.ReadEncryptionKey(bot.FormerEncryptionKey, "Bot__FormerEncryptionKey"),
            OtlpEndpoint = ReadOtlpEndpoint(configuration[OtlpEndpoint]),
        };
        CheckAll(settings);
        erpCheck.Check(erp);
        signIn.Check(settings);
        return settings;
    }

    private void CheckAll(HomeSettings settings)
    {
        Check(new TelegramSettingsValidator().Validate(null, settings.Telegram));
        Check(new ErpSettingsValidator().Validate(null, settings.Erp));
        Check(new StorageSettingsValidator().Validate(null, settings.Storage));
        Check(new BotSectionValidator().Validate(null, settings.Bot));
        CheckRange(settings.Delivery.UnknownGraceSeconds, 0, 86400, "Delivery__UnknownGraceSeconds");
        CheckRange(settings.Delivery.FilesGraceSeconds, 0, 3600, "Delivery__FilesGraceSeconds");
        CheckRange(settings.Delivery.LeaseSeconds, 1, 600, "Delivery__LeaseSeconds");
        CheckTelegram(settings.Telegram);
        CheckWebhook(settings.Telegram, settings.Bot);
    }

    private void Check(ValidateOptionsResult result)
    {
        if (result.Failures is { } failures)
        {
            _faults.AddRange(
                failures.Select(failure => failure[(failure.IndexOf(": ", StringComparison.Ordinal) + 2)..])
            );
        }
    }

    /// <summary>Not by an attribute: the source-generated validator drops the message of a range.</summary>
    private void CheckRange(int value, int min, int max, string name)
    {
        if (value < min || value > max)
        {
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} must be {min} to {max}."));
        }
    }

    private void CheckTelegram(TelegramSettings telegram)
    {
        if (!string.IsNullOrEmpty(telegram.Proxy) && !TelegramProxy.TryParse(telegram.Proxy, out _))
        {
            _faults.Add(
                "Telegram__Proxy must be socks5://[login:password@]host:port or http://[login:password@]host:port, with login and password percent-encoded."
            );
        }

        if (telegram.BotToken.Length > 0 && Uri.TryCreate(telegram.ApiBaseUrl, UriKind.Absolute, out var address))
        {
            var options = new TelegramClientOptions { BotToken = telegram.BotToken, ApiBaseUrl = address };
            _faults.AddRange(
                options.Validate().Select(fault => fault.Replace("Telegram:", "Telegram__", StringComparison.Ordinal))
            );
        }
    }

    private void CheckWebhook(TelegramSettings telegram, BotSection bot)
    {
        if (telegram.Updates != UpdatesMode.Webhook)
        {
            return;
        }

        if (string.IsNullOrEmpty(telegram.WebhookSecret))
        {
            _faults.Add("Telegram__WebhookSecret is missing: 32 random characters (openssl rand -hex 16).");
        }

        if (string.IsNullOrEmpty(bot.PublicUrl))
        {
            _faults.Add("Bot__PublicUrl is missing: the https address Telegram reaches the bot under.");
        }
    }

    private Uri? ReadOtlpEndpoint(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var address = WebAddress.Parse(text);
        if (address is null)
        {
            _faults.Add($"{OtlpEndpoint} must be an absolute http or https address without login and password.");
        }

        return address;
    }

    /// <summary>The host starts as many processes as it likes, on machines that keep nothing, and only calls wake them.</summary>
    private void CheckHosted(HomeSettings settings)
    {
        if (settings.Storage.Provider != StorageProvider.AzureStorage)
        {
            _faults.Add("Storage__Provider must be AzureStorage behind the Functions host.");
        }

        if (settings.Telegram.Updates != UpdatesMode.Webhook)
        {
            _faults.Add("Telegram__Updates must be Webhook behind the Functions host.");
        }
    }
}
