namespace PaymentBot.Tests.Storage;

public sealed class SqliteTableStoreTests() : TableStoreContract(new SqliteFixture());
