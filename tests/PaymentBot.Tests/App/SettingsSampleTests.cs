using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PaymentBot.Functions.Settings;

namespace PaymentBot.Tests.App;

public sealed class SettingsSampleTests
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.Ordinal)
    {
        ["Telegram"] = typeof(TelegramSettings),
        ["Erp"] = typeof(ErpSettings),
        ["Storage"] = typeof(StorageSettings),
        ["Bot"] = typeof(BotSection),
        ["Delivery"] = typeof(DeliverySection),
    };

    [Fact]
    public void Every_option_is_listed_and_nothing_else()
    {
        var options = Sections
            .SelectMany(section => section.Value.GetProperties().SelectMany(option => Keys(section.Key, option)))
            .Append("Groups__treasury");

        Assert.Equal(options.Order(StringComparer.Ordinal), Values().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sections_are_all_known()
    {
        var bound = typeof(BotSettings).GetProperties().Select(property => property.PropertyType);
        var settings = bound.Where(type => type.Namespace == typeof(BotSettings).Namespace);

        Assert.Equal(settings.OrderBy(type => type.Name), Sections.Values.OrderBy(type => type.Name));
    }

    [Fact]
    public void Sample_is_read_without_a_fault()
    {
        var settings = BotSettingsReader.Read(Configuration(Values()));

        Assert.Equal(2, settings.InboundKeys.Count);
        Assert.Equal(-1001234567890, settings.Groups["treasury"]);
        Assert.Equal(UpdatesMode.Webhook, settings.Telegram.Updates);
    }

    [Theory]
    [InlineData("Telegram__BotToken")]
    [InlineData("Telegram__WebhookSecret")]
    [InlineData("Erp__OutboundKey")]
    [InlineData("Erp__DecisionUrl")]
    [InlineData("Erp__TimeZone")]
    [InlineData("Storage__SqlitePath")]
    [InlineData("Bot__SigningKey")]
    public void Missing_setting_is_named(string key)
    {
        var values = Values();
        values.Remove(key);

        var refusal = Assert.Throws<SettingsException>(() => BotSettingsReader.Read(Configuration(values)));

        Assert.StartsWith(key, Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_inbound_keys_are_named()
    {
        var values = Values();
        values.Remove("Erp__InboundKeys__0");
        values.Remove("Erp__InboundKeys__1");

        var refusal = Assert.Throws<SettingsException>(() => BotSettingsReader.Read(Configuration(values)));

        Assert.StartsWith("Erp__InboundKeys__0", Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram__BotToken", "secret-without-colon")]
    [InlineData("Telegram__ApiBaseUrl", "ftp//x")]
    [InlineData("Telegram__WebhookSecret", "short")]
    [InlineData("Erp__InboundKeys__0", "whsec_short")]
    [InlineData("Erp__OutboundKey", "whsec_!!!")]
    [InlineData("Erp__DecisionUrl", "nowhere")]
    [InlineData("Erp__TimeZone", "Moscow/Kremlin")]
    [InlineData("Bot__SigningKey", "c2hvcnQ=")]
    [InlineData("Bot__DefaultLanguage", "fr")]
    [InlineData("Delivery__LeaseSeconds", "0")]
    [InlineData("Groups__treasury", "the treasury")]
    public void Wrong_setting_is_named_and_its_value_is_not_told(string key, string value)
    {
        var values = Values();
        values[key] = value;

        var refusal = Assert.Throws<SettingsException>(() => BotSettingsReader.Read(Configuration(values)));

        Assert.Contains(refusal.Faults, fault => fault.StartsWith(key, StringComparison.Ordinal));
        Assert.DoesNotContain(value.Length > 2 ? value : "\0", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(string section, System.Reflection.PropertyInfo option) =>
        option.PropertyType.IsArray
            ? [$"{section}__{option.Name}__0", $"{section}__{option.Name}__1"]
            : [$"{section}__{option.Name}"];

    private static Dictionary<string, string?> Values()
    {
        using var sample = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(ArchitectureTests.Root, "local.settings.sample.json"))
        );
        return sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString(), StringComparer.Ordinal);
    }

    private static IConfiguration Configuration(Dictionary<string, string?> values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                values.ToDictionary(
                    pair => pair.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                    pair => pair.Value
                )
            )
            .Build();
}
