using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Deliver;
using PaymentBot.Functions.FanOut;
using PaymentBot.Functions.Housekeeping;
using PaymentBot.Functions.SubmitDecision;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Hosting;

/// <summary>Registers what plays the triggers when the bot stands alone.</summary>
internal static class PumpServices
{
    private const int DeliveryConcurrency = 16;
    private const int DecisionConcurrency = 4;

    /// <summary>One at a time: two fan-outs of one request would only get into each other's way.</summary>
    private const int NotificationConcurrency = 1;

    /// <summary>Adds a pump per queue, and the poller when updates are fetched.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static void AddPumps(this IServiceCollection services, BotSettings settings)
    {
        services.AddPump<FanOutFunction>(NotificationConcurrency, settings);
        services.AddPump<DeliverFunction>(DeliveryConcurrency, settings);
        services.AddPump<SubmitDecisionFunction>(DecisionConcurrency, settings);
        services.AddSingleton<IHostedService>(provider => new TimerPump(
            provider.GetRequiredService<HousekeepingFunction>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TimerPump>>()
        ));
        if (settings.Telegram.Updates == UpdatesMode.Polling)
        {
            services.AddHostedService<UpdatePoller>();
        }
    }

    private static void AddPump<TFunction>(this IServiceCollection services, int concurrency, BotSettings settings)
        where TFunction : class, IQueueFunction
    {
        var pump = new PumpSettings(concurrency, TimeSpan.FromSeconds(settings.Delivery.LeaseSeconds));
        services.AddSingleton<IHostedService>(provider => new QueuePump(
            provider.GetRequiredService<TFunction>(),
            provider.GetRequiredService<IQueueReceiver>(),
            provider.GetRequiredService<MessageRunner>(),
            provider.GetRequiredService<TapTraffic>(),
            pump,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<QueuePump>>()
        ));
    }
}
