using System.Net;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

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

    [Theory]
    [InlineData(1, "Wrong response from the webhook: 401 Unauthorized", true)]
    [InlineData(-1, "Wrong response from the webhook: 401 Unauthorized", false)]
    [InlineData(1, "Wrong response from the webhook: 500", false)]
    public void Secret_that_the_bot_refused_since_it_was_set_is_drift(int minutes, string message, bool drifts)
    {
        var info = Failing(minutes, message);
        Assert.Equal(drifts ? ["secret_token"] : [], Between(info));
    }

    [Fact]
    public void Address_that_moved_is_drift_only_while_deliveries_fail()
    {
        IPAddress[] now = [IPAddress.Parse("203.0.113.7")];
        var moved = Fitting;
        moved.IpAddress = "203.0.113.1";
        Assert.Empty(Between(moved, now));
        var failing = Failing(1, "Connection timed out");
        Assert.Empty(Between(failing, now));
        failing.IpAddress = "203.0.113.1";
        Assert.Equal(["ip_address"], Between(failing, now));
        Assert.Empty(Between(failing));
    }

    [Fact]
    public void Certificate_that_is_not_wanted_any_more_is_drift()
    {
        var info = Fitting;
        info.HasCustomCertificate = true;
        Assert.Equal(["certificate"], Between(info));
    }

    [Fact]
    public void Kinds_that_are_missing_are_drift_and_named_as_Telegram_names_them()
    {
        var info = Fitting;
        info.AllowedUpdates =
        [
            UpdateType.Message,
            UpdateType.CallbackQuery,
            UpdateType.MyChatMember,
            UpdateType.InlineQuery,
        ];
        Assert.Equal(["allowed_updates"], Between(info));
        Assert.Equal(["chosen_inline_result"], WebhookDrift.Missing(info));
    }

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

    private static WebhookInfo Failing(int minutes, string message)
    {
        var info = Fitting;
        info.LastErrorDate = SetAt.AddMinutes(minutes).UtcDateTime;
        info.LastErrorMessage = message;
        return info;
    }

    private static IReadOnlyList<string> Between(WebhookInfo info, params IPAddress[] addresses) =>
        WebhookDrift.Between(Plan, info, new Note(Plan.Fingerprint, SetAt), addresses);
}
