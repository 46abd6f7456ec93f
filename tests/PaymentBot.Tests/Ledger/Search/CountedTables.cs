using PaymentBot.Storage;

namespace PaymentBot.Tests.Ledger.Search;

/// <summary>Tells what was asked of the tables.</summary>
internal sealed class CountedTables(ITableStore tables) : TablesProxy(tables);
