using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.EndToEnd.Processes;

public sealed class DoctorCommandTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await BotWorld.StartAsync();
        _world.CallWebhook();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task All_is_well_in_a_working_world()
    {
        var seen = await _world.CommandAsync("doctor");
        Assert.True(seen.ExitCode == 0, seen.Output + seen.Errors);
        Assert.Equal(8, seen.Output.Split('\n').Length);
        Assert.Contains("group: treasury -> ", seen.Output, StringComparison.Ordinal);
        Assert.All(seen.Output.Split('\n'), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Contains("@payment_sandbox_bot", seen.Output, StringComparison.Ordinal);
        _world.AssertEveryCallWasValid();
    }

    [Fact]
    public Task Unknown_token_is_compared_with_BotFather() =>
        FindsAsync("Telegram:BotToken", "7000000002:AAwrongwrongwrongwrongwrongwrongwro", "telegram", "@BotFather");

    [Fact]
    public Task Silent_telegram_is_told_from_a_wrong_token() =>
        FindsAsync("Telegram:ApiBaseUrl", Nowhere(), "telegram", "Telegram__ApiBaseUrl");

    [Fact]
    public Task Store_that_cannot_be_opened_is_named() =>
        FindsAsync("Storage:SqlitePath", "/dev/null/bot.db", "storage", "/dev/null/bot.db");

    [Fact]
    public Task Silent_erp_is_found() => FindsAsync("Erp:DecisionUrl", Nowhere(), "erp", "Erp__DecisionUrl");

    [Fact]
    public Task Silent_google_is_found()
    {
        SignIn(Nowhere());
        return FindsAsync("Google:ClientId", "client", "google", "Google__CertificatesUrl");
    }

    [Fact]
    public async Task Google_that_answers_is_well_and_the_redirect_address_is_told()
    {
        SignIn(_world.Telegram.Address.ToString());
        _world.Settings["Google:ClientId"] = "client";
        var seen = await _world.CommandAsync("doctor");
        Assert.Contains("google: ", seen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task Webhook_in_the_way_of_polling_is_found() =>
        FindsAsync("Telegram:Updates", "Polling", "updates", "Polling");

    [Fact]
    public async Task Missing_webhook_names_the_command_that_sets_it()
    {
        _world.Telegram.SetWebhook(null);
        await FindsAsync("Telegram:Updates", "Webhook", "updates", "webhook set");
    }

    [Fact]
    public async Task Webhook_of_an_earlier_version_names_what_it_lacks()
    {
        var webhook = _world.Telegram.Webhook!;
        using var http = new HttpClient();
        var address = new Uri(_world.Telegram.Address, $"/bot{_world.Telegram.BotToken}/setWebhook");
        using var body = System.Net.Http.Json.JsonContent.Create(
            new
            {
                url = webhook.Url,
                secret_token = webhook.SecretToken,
                allowed_updates = (string[])["message"],
            }
        );
        using var answer = await http.PostAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode);
        await FindsAsync("Telegram:Updates", "Webhook", "updates", "inline_query");
    }

    [Fact]
    public async Task Webhook_of_somebody_else_is_found()
    {
        _world.Telegram.SetWebhook(new WebhookSettings("https://elsewhere.example.ru/hook"));
        await FindsAsync("Telegram:Updates", "Webhook", "updates", "elsewhere.example.ru");
    }

    [Theory]
    [InlineData("-1009999999999", "add it again")]
    [InlineData("-1001700000001/999", "knows no such chat or topic")]
    public Task Group_that_cannot_be_written_to_is_named(string place, string hint) =>
        FindsAsync("Groups:board", place, "group", hint);

    [Fact]
    public Task Missing_setting_is_found_first() => FindsAsync("Erp:TimeZone", "Mars/Olympus", null, "Erp__TimeZone");

    private void SignIn(string certificates)
    {
        _world.Settings["Google:ClientSecret"] = "hush";
        _world.Settings["Google:AllowedDomains:0"] = "example.ru";
        _world.Settings["Google:CertificatesUrl"] = certificates;
        _world.Settings["Bot:EncryptionKey"] = Convert.ToBase64String(new byte[32]);
    }

    private static string Nowhere() => $"http://127.0.0.1:{FreePort.Choose(0, "--port")}/";

    /// <summary>With this setting, exactly one thing is to be fixed.</summary>
    private async Task FindsAsync(string key, string value, string? what, string hint)
    {
        _world.Settings[key] = value;
        var seen = await _world.CommandAsync("doctor");
        Assert.Equal(1, seen.ExitCode);
        var complaint = what is null
            ? seen.Errors
            : seen.Output.Split('\n').First(line => line.StartsWith($"FIX  {what}: ", StringComparison.Ordinal));
        Assert.Contains(hint, complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", seen.Errors, StringComparison.Ordinal);
    }
}
