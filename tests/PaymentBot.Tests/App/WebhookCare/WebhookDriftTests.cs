using System.Net;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Tests.App.WebhookCare;

public sealed class WebhookDriftTests
{
    private static readonly DateTimeOffset SetAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly WebhookPlan Plan = new(
        new Uri("https://bot.example.ru/api/telegram/webhook"),
        "a-secret-of-the-webhook",
        null,
        null
    );

    [Fact]
    public void Webhook_that_fits_has_no_drift() => Assert.Empty(Between(Fitting));

    [Fact]
    public void Secret_that_the_bot_refused_since_it_was_set_is_drift()
    {
        var refused = Fitting with
        {
            LastErrorDate = SetAt.AddMinutes(1).ToUnixTimeSeconds(),
            LastErrorMessage = "Wrong response from the webhook: 401 Unauthorized",
        };
        Assert.Equal(["secret_token"], Between(refused));
        Assert.Empty(Between(refused with { LastErrorDate = SetAt.AddMinutes(-1).ToUnixTimeSeconds() }));
        Assert.Empty(Between(refused with { LastErrorMessage = "Wrong response from the webhook: 500" }));
    }

    [Fact]
    public void Address_that_moved_is_drift_only_while_deliveries_fail()
    {
        IPAddress[] now = [IPAddress.Parse("203.0.113.7")];
        var moved = Fitting with { IpAddress = "203.0.113.1" };
        Assert.Empty(Between(moved, now));
        var failing = moved with
        {
            LastErrorDate = SetAt.AddMinutes(1).ToUnixTimeSeconds(),
            LastErrorMessage = "Connection timed out",
        };
        Assert.Equal(["ip_address"], Between(failing, now));
        Assert.Empty(Between(failing with { IpAddress = "203.0.113.7" }, now));
        Assert.Empty(Between(failing));
    }

    [Fact]
    public void Certificate_that_is_not_wanted_any_more_is_drift() =>
        Assert.Equal(["certificate"], Between(Fitting with { HasCustomCertificate = true }));

    [Theory]
    [InlineData("Wrong response from the webhook: 401 Unauthorized", "Telegram__WebhookSecret")]
    [InlineData("Wrong response from the webhook: 502 Bad Gateway", "does not run")]
    [InlineData("SSL error {error:0A000086:SSL routines::certificate verify failed}", "Telegram__CertificatePath")]
    [InlineData("Connection timed out", "firewall")]
    [InlineData("Failed to resolve host: Name or service not known", "DNS")]
    [InlineData("something of next year", "Telegram's own words")]
    public void Error_is_explained(string message, string hint) =>
        Assert.Contains(hint, WebhookTrouble.Explain(message), StringComparison.Ordinal);

    private static WebhookInfo Fitting =>
        new()
        {
            Url = Plan.Url.AbsoluteUri,
            HasCustomCertificate = false,
            PendingUpdateCount = 0,
            MaxConnections = 100,
            IpAddress = "203.0.113.7",
        };

    private static IReadOnlyList<string> Between(WebhookInfo info, params IPAddress[] addresses) =>
        WebhookDrift.Between(Plan, info, new Note(Plan.Fingerprint, SetAt), addresses);
}
