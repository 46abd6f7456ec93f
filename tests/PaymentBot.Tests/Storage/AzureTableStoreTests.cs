namespace PaymentBot.Tests.Storage;

public sealed class AzureTableStoreTests() : TableStoreContract(new AzureStorageFixture());
