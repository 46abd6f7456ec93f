namespace PaymentBot.EndToEnd.Processes;

public sealed class SettingsTests : IAsyncLifetime
{
    private static readonly string[] Required =
    [
        "Telegram:BotToken",
        "Telegram:WebhookSecret",
        "Erp:InboundKeys:0",
        "Erp:OutboundKey",
        "Erp:DecisionUrl",
        "Erp:TimeZone",
        "Storage:SqlitePath",
        "Bot:PublicUrl",
        "Bot:SigningKey",
    ];

    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Without_any_setting_every_required_key_is_named_at_once()
    {
        _world.Settings.Clear();
        await using var bot = _world.StartBot();
        Assert.Equal(1, await bot.WaitForExitAsync());
        Assert.All(Required, key => Assert.Contains(Name(key), bot.Everything, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", bot.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_values_are_named_by_key_and_never_shown()
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Telegram:BotToken"] = "hush-token",
            ["Telegram:WebhookSecret"] = "hush secret with spaces",
            ["Erp:InboundKeys:0"] = "hush-inbound",
            ["Erp:OutboundKey"] = "hush-outbound",
            ["Erp:DecisionUrl"] = "hush-url",
            ["Erp:TimeZone"] = "hush/zone",
            ["Bot:PublicUrl"] = "hush-public",
            ["Bot:DefaultLanguage"] = "hush-language",
            ["Bot:SigningKey"] = "hush-signing",
            ["Groups:treasury"] = "hush-group",
            ["Delivery:LeaseSeconds"] = "0",
        };
        foreach (var (key, value) in secrets)
        {
            _world.Settings[key] = value;
        }

        await using var bot = _world.StartBot();
        Assert.Equal(1, await bot.WaitForExitAsync());
        Assert.All(secrets.Keys, key => Assert.Contains(Name(key), bot.Everything, StringComparison.Ordinal));
        Assert.DoesNotContain("hush", bot.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Delivery:LeaseSeconds", "hush")]
    [InlineData("Bot:OperatorChatId", "hush")]
    [InlineData("Telegram:Updates", "hush")]
    [InlineData("Storage:Provider", "hush")]
    public async Task Value_of_the_wrong_type_is_named_too(string key, string value)
    {
        _world.Settings[key] = value;
        await using var bot = _world.StartBot();
        Assert.Equal(1, await bot.WaitForExitAsync());
        Assert.Contains(Name(key), bot.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", bot.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Everything, StringComparison.Ordinal);
    }

    private static string Name(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
