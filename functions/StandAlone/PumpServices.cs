using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Telegram;
using PaymentBot.Functions.Timers;
using PaymentBot.Storage;

namespace PaymentBot.Functions.StandAlone;

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
        services.AddPump(QueueName.Notifications, NotificationConcurrency, settings);
        services.AddPump(QueueName.Deliveries, DeliveryConcurrency, settings);
        services.AddPump(QueueName.Decisions, DecisionConcurrency, settings);
        services.AddSingleton<IHostedService>(provider => new TimerPump(
            HousekeepingFunction.Schedule,
            cancellationToken =>
                provider.GetRequiredService<HousekeepingFunction>().RunAsync(new TimerInfo(), cancellationToken),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TimerPump>>()
        ));
        if (settings.Telegram.Updates == UpdatesMode.Polling)
        {
            services.AddHostedService<UpdatePoller>();
        }
    }

    private static void AddPump(
        this IServiceCollection services,
        QueueName queue,
        int concurrency,
        BotSettings settings
    )
    {
        var pump = new PumpSettings(concurrency, TimeSpan.FromSeconds(settings.Delivery.LeaseSeconds));
        services.AddSingleton<IHostedService>(provider => new QueuePump(
            PumpedFunction.Of(queue, provider),
            provider.GetRequiredService<IQueueReceiver>(),
            provider.GetRequiredService<MessageRunner>(),
            provider.GetRequiredService<TapTraffic>(),
            pump,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<QueuePump>>()
        ));
    }
}
