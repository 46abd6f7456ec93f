namespace PaymentBot.Tests.Storage;

public sealed class SqliteQueueTests() : QueueContract(new SqliteFixture());
