namespace PaymentBot.Tests.Storage;

public sealed class AzureQueueTests() : QueueContract(new AzureStorageFixture());
