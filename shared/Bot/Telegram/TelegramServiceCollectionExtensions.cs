using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentBot.Bot.Telegram;

/// <summary>Registers the Bot API client.</summary>
public static class TelegramServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="TelegramClient"/> as a singleton that comes to life at its first use. Uses <see cref="TimeProvider"/> and
    /// <see cref="TelegramHandlerFactory"/> when they are registered.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Gives the options, at the first use.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddTelegramClient(
        this IServiceCollection services,
        Func<IServiceProvider, TelegramClientOptions> options
    )
    {
        services.TryAddSingleton(provider => new TelegramClient(
            options(provider),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<TelegramClient>>(),
            provider.GetService<TelegramHandlerFactory>()?.Invoke()
        ));
        return services;
    }
}

/// <summary>Gives the handler that carries the client's requests. Registered as a service, it replaces the network, as in tests.</summary>
/// <returns>A handler, which the client disposes.</returns>
public delegate HttpMessageHandler TelegramHandlerFactory();
