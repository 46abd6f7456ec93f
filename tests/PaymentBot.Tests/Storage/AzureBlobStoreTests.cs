namespace PaymentBot.Tests.Storage;

public sealed class AzureBlobStoreTests() : BlobStoreContract(new AzureStorageFixture());
