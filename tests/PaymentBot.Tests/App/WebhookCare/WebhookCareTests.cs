using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Functions.Commands;
using PaymentBot.Functions.Timers;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.WebhookCare;

/// <summary>Housekeeping and the webhook: what drifts is set anew, and told once.</summary>
public sealed class WebhookCareTests : BotTest
{
    internal override HarnessOptions Options { get; } =
        new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Bot:PublicUrl"] = "https://127.0.0.1:8443",
            },
        };

    private static string Url => "https://127.0.0.1:8443/api/telegram/webhook";

    private WebhookSettings? Webhook => Bot.Telegram.StandIn.Webhook;

    private int Sets => Bot.Telegram.Tape.Of("setWebhook").Count;

    [Fact]
    public async Task Webhook_that_is_as_it_should_be_is_left_alone()
    {
        await SetAsync();
        await HousekeepAsync();
        await HousekeepAsync();
        Assert.Equal((1, 0), (Sets, Told()));
    }

    [Fact]
    public async Task Webhook_that_somebody_removed_is_set_again_each_time_and_told_once_a_day()
    {
        await SetAsync();
        for (var hour = 0; hour < 25; hour++)
        {
            Bot.Telegram.StandIn.SetWebhook(null);
            await HousekeepAsync();
            Assert.Equal(Url, Webhook!.Url);
            Assert.Equal(BotSettings.WebhookSecret, Webhook.SecretToken);
            Bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        await Bot.SettleAsync();
        Assert.Equal((26, 2), (Sets, Told()));
    }

    [Fact]
    public async Task Other_address_and_fewer_connections_are_repaired_and_named()
    {
        await SetAsync();
        Bot.Telegram.StandIn.SetWebhook(new WebhookSettings("https://127.0.0.1:9999/other"));
        await HousekeepAsync();
        await Bot.SettleAsync();

        Assert.Equal((Url, 100), (Webhook!.Url, Webhook.MaxConnections));
        Assert.Contains(
            "(url, max_connections)",
            Bot.Telegram.Last(Company.OperatorId).Text.Plain,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Kinds_of_updates_of_an_earlier_version_are_completed()
    {
        await SetAsync();
        using var http = new HttpClient();
        var address = new Uri(Bot.Telegram.StandIn.Address, $"/bot{Bot.Telegram.StandIn.BotToken}/setWebhook");
        var older = new
        {
            url = Url,
            secret_token = BotSettings.WebhookSecret,
            max_connections = 100,
            allowed_updates = (string[])["message"],
        };
        using var body = System.Net.Http.Json.JsonContent.Create(older);
        using var answer = await http.PostAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode);

        await HousekeepAsync();
        await Bot.SettleAsync();

        Assert.Contains(
            "(allowed_updates)",
            Bot.Telegram.Last(Company.OperatorId).Text.Plain,
            StringComparison.Ordinal
        );
        await HousekeepAsync();
        await Bot.SettleAsync();
        Assert.Equal(1, Told());
    }

    [Fact]
    public async Task Secret_that_was_changed_in_the_settings_is_told_to_telegram()
    {
        await SetAsync();
        Bot.Override("Telegram:WebhookSecret", "another-secret-of-the-webhook-0123456789");
        await Bot.RestartAsync();

        await HousekeepAsync();
        await Bot.SettleAsync();

        Assert.Equal("another-secret-of-the-webhook-0123456789", Webhook!.SecretToken);
        Assert.Contains("(secret_token)", Bot.Telegram.Last(Company.OperatorId).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_certificate_is_uploaded()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var first = SelfSigned.OfLoopback();
            using var second = SelfSigned.OfLoopback();
            await File.WriteAllTextAsync(file, first.ExportCertificatePem());
            Bot.Override("Telegram:CertificatePath", file);
            await Bot.RestartAsync();
            await SetAsync();
            Assert.Equal(first.ExportCertificatePem(), Webhook!.Certificate);

            await File.WriteAllTextAsync(file, second.ExportCertificatePem());
            await HousekeepAsync();
            Assert.Equal(second.ExportCertificatePem(), Webhook!.Certificate);

            File.Delete(file);
            await HousekeepAsync();
            Assert.Equal(2, Sets);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Bot_that_fetches_updates_sets_no_webhook()
    {
        Bot.Override("Telegram:Updates", "Polling");
        await Bot.RestartAsync();
        await HousekeepAsync();
        Assert.Equal(0, Sets);
        Assert.Null(Webhook);
    }

    private Task<Uri> SetAsync() => WebhookAdministration.SetAsync(Bot.Services, null, CancellationToken.None);

    private Task HousekeepAsync() =>
        Bot.Services.GetRequiredService<HousekeepingFunction>().RunAsync(new TimerInfo(), CancellationToken.None);

    private int Told() =>
        Bot
            .Telegram.Messages(Company.OperatorId)
            .Count(message => message.Text.Plain.Contains("Вебхук в Telegram", StringComparison.Ordinal));
}
