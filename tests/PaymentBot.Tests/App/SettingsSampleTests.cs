using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;
using PaymentBot.Functions.Settings;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App;

public sealed class SettingsSampleTests
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.Ordinal)
    {
        ["Telegram"] = typeof(TelegramSettings),
        ["Erp"] = typeof(ErpSettings),
        ["Storage"] = typeof(StorageSettings),
        ["Bot"] = typeof(BotSection),
        ["Google"] = typeof(GoogleSettings),
        ["Delivery"] = typeof(DeliverySection),
    };

    [Fact]
    public void Every_option_is_listed_and_nothing_else()
    {
        var options = Sections
            .SelectMany(section => section.Value.GetProperties().SelectMany(option => Keys(section.Key, option)))
            .Append("Groups__BinderRoles__0")
            .Append("Approvals__FourEyes")
            .Append("Approvals__ConfirmAbove__RUB")
            .Append("Groups__treasury");

        Assert.Equal(options.Order(StringComparer.Ordinal), SettingsSample.Values().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sections_are_all_known()
    {
        string[] rooms = [typeof(BotSettings).Namespace!, typeof(HomeSettings).Namespace!];
        var bound = typeof(HomeSettings).GetProperties().Select(property => property.PropertyType);
        var settings = bound.Where(type => rooms.Contains(type.Namespace, StringComparer.Ordinal));

        Assert.Equal(settings.OrderBy(type => type.Name), Sections.Values.OrderBy(type => type.Name));
    }

    [Fact]
    public void Sample_is_read_without_a_fault()
    {
        var settings = BotSettingsReader.Read(SettingsSample.Configuration(SettingsSample.Values()));

        Assert.Equal(2, settings.InboundKeys.Count);
        Assert.Equal(new GroupPlace(-1001234567890, null, Redaction.Full), settings.Groups["treasury"]);
        Assert.Equal(["treasurer"], settings.BinderRoles);
        Assert.Equal(UpdatesMode.Webhook, settings.Telegram.Updates);
        Assert.True(settings.ApprovalPolicy.FourEyes);
        Assert.Equal(1_000_000, settings.ApprovalPolicy.ConfirmAbove["rub"]);
    }

    [Fact]
    public void Minimal_file_lacks_its_secrets_and_says_each()
    {
        var refusal = Assert.Throws<SettingsException>(() =>
            BotSettingsReader.Read(SettingsSample.Configuration(SettingsSample.Minimal()))
        );

        string[] secrets = ["Bot__SigningKey", "Erp__InboundKeys__0", "Erp__OutboundKey", "Telegram__BotToken"];
        Assert.Equal(
            secrets.Select(secret => $"{secret} is missing"),
            refusal
                .Faults.Order(StringComparer.Ordinal)
                .Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)])
        );
    }

    [Fact]
    public void Minimal_file_with_its_secrets_is_all_that_day_one_needs()
    {
        var complete = SettingsSample.Values();
        var values = SettingsSample
            .Minimal()
            .ToDictionary(
                value => value.Key,
                value => string.IsNullOrEmpty(value.Value) ? complete[value.Key] : value.Value,
                StringComparer.Ordinal
            );

        var settings = BotSettingsReader.Read(SettingsSample.Configuration(values));

        Assert.Equal(UpdatesMode.Polling, settings.Telegram.Updates);
        Assert.False(settings.SignsIn);
        Assert.Null(settings.Telegram.Proxy);
    }

    [Theory]
    [InlineData("Telegram__BotToken")]
    [InlineData("Telegram__WebhookSecret")]
    [InlineData("Erp__OutboundKey")]
    [InlineData("Erp__DecisionUrl")]
    [InlineData("Erp__TimeZone")]
    [InlineData("Storage__SqlitePath")]
    [InlineData("Bot__SigningKey")]
    [InlineData("Bot__PublicUrl")]
    [InlineData("Bot__EncryptionKey")]
    [InlineData("Google__ClientSecret")]
    public void Missing_setting_is_named(string key)
    {
        var values = SettingsSample.Values();
        values.Remove(key);

        var refusal = Assert.Throws<SettingsException>(() =>
            BotSettingsReader.Read(SettingsSample.Configuration(values))
        );

        Assert.StartsWith(key, Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Erp_that_fetches_decisions_needs_no_address()
    {
        var values = SettingsSample.Values();
        values["Erp__Mode"] = "Pull";
        values["Erp__DecisionUrl"] = "";

        Assert.Equal(ErpMode.Pull, BotSettingsReader.Read(SettingsSample.Configuration(values)).Erp.Mode);
    }

    [Fact]
    public void Missing_inbound_keys_are_named()
    {
        var values = SettingsSample.Values();
        values.Remove("Erp__InboundKeys__0");
        values.Remove("Erp__InboundKeys__1");

        var refusal = Assert.Throws<SettingsException>(() =>
            BotSettingsReader.Read(SettingsSample.Configuration(values))
        );

        Assert.StartsWith("Erp__InboundKeys__0", Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_domains_are_named()
    {
        var values = SettingsSample.Values();
        values.Remove("Google__AllowedDomains__0");
        values.Remove("Google__AllowedDomains__1");

        var refusal = Assert.Throws<SettingsException>(() =>
            BotSettingsReader.Read(SettingsSample.Configuration(values))
        );

        Assert.StartsWith("Google__AllowedDomains__0", Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Public_address_is_needed_for_signing_in_without_a_webhook_too()
    {
        var values = SettingsSample.Values();
        values.Remove("Bot__PublicUrl");
        values["Telegram__Updates"] = "Polling";

        var refusal = Assert.Throws<SettingsException>(() =>
            BotSettingsReader.Read(SettingsSample.Configuration(values))
        );

        Assert.StartsWith("Bot__PublicUrl", Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_client_id_nothing_of_signing_in_is_needed()
    {
        var values = SettingsSample.Values();
        values["Telegram__Updates"] = "Polling";
        string[] needs =
        [
            "Google__ClientId",
            "Google__ClientSecret",
            "Google__AllowedDomains__0",
            "Google__AllowedDomains__1",
            "Bot__EncryptionKey",
            "Bot__FormerEncryptionKey",
            "Bot__PublicUrl",
        ];
        foreach (var key in needs)
        {
            values.Remove(key);
        }

        Assert.False(BotSettingsReader.Read(SettingsSample.Configuration(values)).SignsIn);
    }

    [Fact]
    public void Allowed_domains_are_kept_as_they_travel()
    {
        var values = SettingsSample.Values();
        values["Google__AllowedDomains__0"] = " Example.RU ";
        values["Google__AllowedDomains__1"] = "Ромашка.рф";

        Assert.Equal(
            ["example.ru", "xn--80aa3agjl3d.xn--p1ai"],
            BotSettingsReader.Read(SettingsSample.Configuration(values)).AllowedDomains
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:8081/google")]
    [InlineData("http://localhost/google")]
    public void Addresses_on_this_machine_may_go_without_encryption(string address)
    {
        var values = SettingsSample.Values();
        values["Google__TokenUrl"] = address;
        values["Bot__PublicUrl"] = address;

        Assert.Equal(address, BotSettingsReader.Read(SettingsSample.Configuration(values)).Google.TokenUrl);
    }

    [Theory]
    [InlineData("Telegram__BotToken", "secret-without-colon")]
    [InlineData("Telegram__ApiBaseUrl", "ftp//x")]
    [InlineData("Telegram__WebhookSecret", "short")]
    [InlineData("Erp__InboundKeys__0", "whsec_short")]
    [InlineData("Erp__OutboundKey", "whsec_!!!")]
    [InlineData("Erp__OutboundKey", "hunter2")]
    [InlineData("Erp__DecisionUrl", "nowhere")]
    [InlineData("Erp__DecisionUrl", "/decisions")]
    [InlineData("Erp__DecisionUrl", "ftp://erp.example.ru/decisions")]
    [InlineData("Erp__DecisionUrl", "http://user:hush-hush@erp.example.ru/decisions")]
    [InlineData("Erp__Mode", "Fetch")]
    [InlineData("Telegram__Proxy", "proxy.example.ru:1080")]
    [InlineData("Telegram__Proxy", "socks4://proxy.example.ru:1080")]
    [InlineData("Telegram__Proxy", "http://login:hush-hush@proxy.example.ru")]
    [InlineData("Telegram__Proxy", "socks5://:hush-hush@proxy.example.ru:1080")]
    [InlineData("Telegram__Proxy", "socks5://proxy.example.ru:1080/path")]
    [InlineData("Erp__TimeZone", "Moscow/Kremlin")]
    [InlineData("Bot__SigningKey", "c2hvcnQ=")]
    [InlineData("Bot__EncryptionKey", "c2hvcnQ=")]
    [InlineData("Bot__EncryptionKey", "b25lLWJ5dGUtbW9yZS10aGFuLXRoaXJ0eS10d28tYnl0ZXM=")]
    [InlineData("Bot__FormerEncryptionKey", "!!!")]
    [InlineData("Bot__PublicUrl", "http://bot.example.ru")]
    [InlineData("Erp__PeopleUrl", "nowhere")]
    [InlineData("Erp__PeopleUrl", "ftp://erp.example.ru/people")]
    [InlineData("Erp__PeopleUrl", "https://user:hush-hush@erp.example.ru/people")]
    [InlineData("Telegram__LinkUrl", "tg:resolve")]
    [InlineData("Google__AllowedDomains__0", "")]
    [InlineData("Google__AllowedDomains__0", "@example.ru")]
    [InlineData("Google__AllowedDomains__1", "localhost")]
    [InlineData("Google__AuthorizationUrl", "http://accounts.google.com/o/oauth2/v2/auth")]
    [InlineData("Google__TokenUrl", "ftp://oauth2.googleapis.com/token")]
    [InlineData("Google__CertificatesUrl", "https://user:word@www.googleapis.com/certs")]
    [InlineData("Google__RevokeUrl", "/revoke")]
    [InlineData("Google__Issuer", "accounts.google.com")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:hush-hush@collector.example.ru:4317")]
    [InlineData("Bot__DefaultLanguage", "fr")]
    [InlineData("Delivery__LeaseSeconds", "0")]
    [InlineData("Approvals__FourEyes", "perhaps")]
    [InlineData("Approvals__ConfirmAbove__RUB", "1 000 000,50")]
    [InlineData("Approvals__ConfirmAbove__RUB", "-100")]
    [InlineData("Approvals__ConfirmAbove__ROUBLES", "123456")]
    [InlineData("Groups__treasury", "the treasury")]
    [InlineData("Groups__treasury", "1001234567890")]
    [InlineData("Groups__treasury", "-1001234567890/1")]
    [InlineData("Groups__treasury", "-1001234567890 secret")]
    public void Wrong_setting_is_named_and_its_value_is_not_told(string key, string value)
    {
        var values = SettingsSample.Values();
        values[key] = value;

        var refusal = Assert.Throws<SettingsException>(() =>
            BotSettingsReader.Read(SettingsSample.Configuration(values))
        );

        Assert.Contains(refusal.Faults, fault => fault.StartsWith(key, StringComparison.Ordinal));
        Assert.DoesNotContain(value.Length > 2 ? value : "\0", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1001234567890/17", 17L, Redaction.Full, null)]
    [InlineData("-1001234567890 rounded", null, Redaction.Rounded, null)]
    [InlineData("-1001234567890/2 account en", 2L, Redaction.Account, Language.English)]
    public void Group_can_name_topic_level_and_language(
        string text,
        long? topic,
        Redaction redaction,
        Language? language
    )
    {
        var values = SettingsSample.Values();
        values["Groups__treasury"] = text;

        var groups = BotSettingsReader.Read(SettingsSample.Configuration(values)).Groups;

        Assert.Equal(new GroupPlace(-1001234567890, topic, redaction, language), groups["TREASURY"]);
        Assert.Single(groups);
    }

    private static IEnumerable<string> Keys(string section, System.Reflection.PropertyInfo option) =>
        option.PropertyType.IsArray
            ? [$"{section}__{option.Name}__0", $"{section}__{option.Name}__1"]
            : [$"{section}__{option.Name}"];
}
