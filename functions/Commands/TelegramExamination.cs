using System.Globalization;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace PaymentBot.Functions.Commands;

/// <summary>What <c>doctor</c> looks at on the way to Telegram and back: proxy, token, webhook.</summary>
internal static class TelegramExamination
{
    private const string Telegram = "telegram";
    private const string Updates = "updates";

    /// <summary>Looks.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var settings = services.GetRequiredService<BotSettings>();
        var proxy = TelegramProxy.TryParse(settings.Telegram.Proxy, out var parsed) ? parsed : null;
        var target = new Uri(settings.Telegram.ApiBaseUrl);
        var route = new TelegramRoute(target, proxy, services.GetRequiredService<TimeProvider>());
        var fault = await route.FindFaultAsync(cancellationToken);
        List<Finding> findings = [];
        if (proxy is not null)
        {
            findings.Add(
                fault is { IsProxy: true }
                    ? new Finding(false, "proxy", $"{proxy}: {fault.Value.Fault}")
                    : new Finding(true, "proxy", $"{proxy} lets the bot through to {target.Authority}")
            );
        }

        findings.Add(await TokenAsync(services, fault?.Fault, cancellationToken));
        findings.Add(await WebhookAsync(services, cancellationToken));
        return findings;
    }

    private static async Task<Finding> TokenAsync(
        IServiceProvider services,
        string? fault,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var bot = await services.GetRequiredService<TelegramClient>().GetMe(cancellationToken);
            return new Finding(true, Telegram, $"the token is that of @{bot.Username}");
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.Config)
        {
            return new Finding(
                false,
                Telegram,
                "Telegram does not know the token; compare Telegram__BotToken with @BotFather"
            );
        }
        catch (TelegramApiException exception)
        {
            var why = fault is null ? "is Telegram blocked on this network?" : $"{fault}.";
            return new Finding(
                false,
                Telegram,
                $"no answer from Telegram__ApiBaseUrl ({exception.ErrorClass}); {why} Where Telegram is blocked, set Telegram__Proxy"
            );
        }
    }

    private static async Task<Finding> WebhookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<BotSettings>();
        try
        {
            var info = await services.GetRequiredService<TelegramClient>().GetWebhookInfo(cancellationToken);
            return Judge(info, settings);
        }
        catch (TelegramApiException exception)
        {
            return new Finding(false, Updates, $"Telegram did not say ({exception.ErrorClass})");
        }
    }

    private static Finding Judge(WebhookInfo info, BotSettings settings)
    {
        var isSet = info.Url.Length > 0;
        if (isSet != (settings.Telegram.Updates == UpdatesMode.Webhook))
        {
            return new Finding(
                false,
                Updates,
                isSet
                    ? "a webhook is set but Telegram__Updates is Polling"
                    : "no webhook is set; run 'paymentbot webhook set'"
            );
        }

        if (isSet && WebhookDrift.Missing(info) is { Count: > 0 } missing)
        {
            return new Finding(
                false,
                Updates,
                $"Telegram does not tell the bot of {string.Join(", ", missing)}; run 'paymentbot webhook set'"
            );
        }

        if (isSet && !IsOurs(info, settings))
        {
            return new Finding(
                false,
                Updates,
                $"the webhook is {info.Url}, not under Bot__PublicUrl; run 'paymentbot webhook set'"
            );
        }

        var waiting = info.PendingUpdateCount.ToString(CultureInfo.InvariantCulture);
        return new Finding(true, Updates, $"{settings.Telegram.Updates}, {waiting} waiting");
    }

    private static bool IsOurs(WebhookInfo info, BotSettings settings) =>
        info.Url.StartsWith(settings.Bot.PublicUrl!.TrimEnd('/') + "/", StringComparison.Ordinal);
}
