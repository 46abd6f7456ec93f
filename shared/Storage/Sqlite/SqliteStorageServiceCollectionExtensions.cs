using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentBot.Storage.Sqlite;

/// <summary>Registers SQLite behind the ports of the storage.</summary>
public static class SqliteStorageServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="SqliteDatabase"/> and, out of it, <see cref="ITableStore"/>, <see cref="IQueueSender"/>,
    /// <see cref="IQueueReceiver"/> and <see cref="IBlobStore"/>, all singletons. The path is asked for when the first of them is resolved;
    /// the file is opened by the first operation. Uses the registered <see cref="TimeProvider"/>, or the system's when there is none.
    /// </summary>
    /// <param name="services">The registrations.</param>
    /// <param name="path">Gives the database file's path.</param>
    public static IServiceCollection AddSqliteStorage(
        this IServiceCollection services,
        Func<IServiceProvider, string> path
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SqliteDatabase(
            path(provider),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => provider.GetRequiredService<SqliteDatabase>().Tables);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteDatabase>().QueueSender);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteDatabase>().QueueReceiver);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteDatabase>().Blobs);
        return services;
    }
}
