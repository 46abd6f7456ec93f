using PaymentBot.Tests.Storage;

namespace PaymentBot.Tests.Ledger.Search;

public sealed class SqliteRequestSearchTests() : RequestSearchContract(new SqliteFixture());
