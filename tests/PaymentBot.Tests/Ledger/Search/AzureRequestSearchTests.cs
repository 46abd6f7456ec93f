using PaymentBot.Tests.Storage;

namespace PaymentBot.Tests.Ledger.Search;

public sealed class AzureRequestSearchTests() : RequestSearchContract(new AzureStorageFixture());
