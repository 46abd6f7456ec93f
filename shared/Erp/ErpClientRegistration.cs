using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentBot.Erp;

/// <summary>Registers the clients that call the ERP.</summary>
public static class ErpClientRegistration
{
    /// <summary>The key of the <see cref="HttpMessageHandler"/> that the client sends through; register your own to replace it.</summary>
    public const string HandlerKey = "PaymentBot.Erp";

    /// <summary>
    /// Adds <see cref="ErpClient"/> and <see cref="ErpPeopleClient"/>. The caller registers the <see cref="Snapshots.SnapshotReader"/> and logging.
    /// </summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="options">Where the ERP is; the caller has asked <see cref="ErpClientOptions.Validate"/>.</param>
    public static IServiceCollection AddErpClient(this IServiceCollection services, ErpClientOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton<HttpMessageHandler>(HandlerKey, (_, _) => CreateHandler());
        services.TryAddSingleton<ErpClient>();
        services.TryAddSingleton<ErpPeopleClient>();
        return services;
    }

    private static SocketsHttpHandler CreateHandler() =>
        new()
        {
            // A redirect would carry a signed decision to an address that nobody configured.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Each connection may hold a 1C session and a licence slot.
            MaxConnectionsPerServer = 4,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
}
