using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

public sealed class AzureStorageRegistrationTests
{
    [Fact]
    public async Task All_ports_come_from_one_account_that_nobody_has_to_reach()
    {
        var services = new ServiceCollection();
        services.AddAzureStorage(_ => new AzureStorageOptions
        {
            AccountName = "nobody",
            Credential = "managedidentity",
        });
        await using var provider = services.BuildServiceProvider();

        var account = provider.GetRequiredService<AzureStorageAccount>();
        Assert.Same(account.Tables, provider.GetRequiredService<ITableStore>());
        Assert.Same(account.QueueSender, provider.GetRequiredService<IQueueSender>());
        Assert.Same(account.QueueReceiver, provider.GetRequiredService<IQueueReceiver>());
        Assert.Same(account.QueueBodies, provider.GetRequiredService<IQueueBodies>());
        Assert.Same(account.Blobs, provider.GetRequiredService<IBlobStore>());
        Assert.Same(account.Operations, provider.GetRequiredService<StorageOperationCounter>());
        Assert.Empty(account.Operations.ToDictionary());
    }
}
