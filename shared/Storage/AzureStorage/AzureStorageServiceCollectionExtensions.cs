using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace PaymentBot.Storage.AzureStorage;

/// <summary>Registers Azure Storage behind the ports of the storage.</summary>
public static class AzureStorageServiceCollectionExtensions
{
    private const string LogCategory = "PaymentBot.Storage.AzureStorage";

    /// <summary>
    /// Registers tables, queues and blobs of one storage account: <see cref="ITableStore"/>, <see cref="IQueueSender"/>,
    /// <see cref="IQueueReceiver"/>, <see cref="IQueueBodies"/> and <see cref="IBlobStore"/>, all singletons, and the counter of operations. The
    /// options are asked for when the first of them is resolved, and nothing is reached before its first use. Uses the registered
    /// <see cref="TimeProvider"/>, or the system's when there is none.
    /// </summary>
    /// <param name="services">The registrations.</param>
    /// <param name="options">Which account; options that name none throw <see cref="AzureStorageOptionsException"/> when a port is resolved.</param>
    public static IServiceCollection AddAzureStorage(
        this IServiceCollection services,
        Func<IServiceProvider, AzureStorageOptions> options
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new AzureStorageAccount(
            options(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(LogCategory)
        ));
        services.AddSingleton(provider => provider.GetRequiredService<AzureStorageAccount>().Tables);
        services.AddSingleton(provider => provider.GetRequiredService<AzureStorageAccount>().QueueSender);
        services.AddSingleton(provider => provider.GetRequiredService<AzureStorageAccount>().QueueReceiver);
        services.AddSingleton(provider => provider.GetRequiredService<AzureStorageAccount>().QueueBodies);
        services.AddSingleton(provider => provider.GetRequiredService<AzureStorageAccount>().Blobs);
        services.AddSingleton(provider => provider.GetRequiredService<AzureStorageAccount>().Operations);
        return services;
    }
}
