using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Erp;
using PaymentBot.Erp.People;
using PaymentBot.Erp.Signatures;
using PaymentBot.Erp.Snapshots;
using PaymentBot.Functions.Erp;

namespace PaymentBot.Functions;

/// <summary>Registers what speaks with Telegram and the ERP.</summary>
internal static class EdgeServices
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static void AddEdges(this IServiceCollection services, BotSettings settings)
    {
        services.AddTelegramClient(_ => new TelegramClientOptions
        {
            BotToken = settings.Telegram.BotToken,
            ApiBaseUrl = new Uri(settings.Telegram.ApiBaseUrl),
            Proxy = TelegramProxy.TryParse(settings.Telegram.Proxy, out var proxy) ? proxy : null,
        });
        services
            .AddErpClient(settings.Erp.ToClientOptions(settings.TimeZone))
            .AddSingleton(new SnapshotReader(settings.TimeZone))
            .AddSingleton(new PeopleReader(settings.TimeZone))
            .AddSingleton(provider => new WebhookVerifier(
                settings.InboundKeys,
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<ErpContacts>()
            .AddSingleton<ErpGate>();
    }
}
