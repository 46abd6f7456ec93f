using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Tests.Storage;

public sealed class SqliteStorageRegistrationTests
{
    [Fact]
    public async Task All_ports_come_from_one_database_that_opens_nothing_until_used()
    {
        var folder = Directory.CreateTempSubdirectory("paymentbot-sqlite-");
        var path = Path.Combine(folder.FullName, "bot.db");
        var services = new ServiceCollection();
        services.AddSqliteStorage(_ => path);
        await using (var provider = services.BuildServiceProvider())
        {
            var database = provider.GetRequiredService<SqliteDatabase>();
            Assert.Same(database.Tables, provider.GetRequiredService<ITableStore>());
            Assert.Same(database.QueueSender, provider.GetRequiredService<IQueueSender>());
            Assert.Same(database.QueueReceiver, provider.GetRequiredService<IQueueReceiver>());
            Assert.Same(database.Blobs, provider.GetRequiredService<IBlobStore>());
            Assert.False(File.Exists(path));

            await database.QueueSender.PutAsync(QueueName.Decisions, "a", TimeSpan.Zero, CancellationToken.None);
            Assert.True(File.Exists(path));
        }

        Assert.Equal([path], Directory.GetFiles(folder.FullName));
        folder.Delete(recursive: true);
    }
}
