using PaymentBot.Storage;

namespace PaymentBot.Tests.Ledger.Search;

/// <summary>Lets somebody else work before the first row is written over.</summary>
internal sealed class InterruptedTables(ITableStore tables, Func<Task> interruption) : TablesProxy(tables)
{
    private readonly Lazy<Task> _interruption = new(interruption);

    public override async ValueTask<string> UpsertAsync(
        TableName table,
        TableEntity entity,
        CancellationToken cancellationToken
    )
    {
        await _interruption.Value;
        return await base.UpsertAsync(table, entity, cancellationToken);
    }
}
