namespace PaymentBot.Tests.Storage;

public sealed class SqliteBlobStoreTests() : BlobStoreContract(new SqliteFixture());
