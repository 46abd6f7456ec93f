using System.Runtime.CompilerServices;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>The inbox of each person: the open requests that concern them.</summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class PendingStore(ITableStore tables)
{
    /// <summary>Notes that a request concerns a person; noting it again changes nothing.</summary>
    /// <param name="person">The person.</param>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask AddAsync(ErpId person, RequestKey key, CancellationToken cancellationToken) =>
        await tables.InsertAsync(TableName.Pending, EntityOf(person, key), cancellationToken);

    /// <summary>Takes a request out of a person's inbox.</summary>
    /// <param name="person">The person.</param>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask RemoveAsync(ErpId person, RequestKey key, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Pending, PartitionOf(person), key.Value, null, cancellationToken);

    /// <summary>The requests in a person's inbox, in no particular order.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<RequestKey> ListAsync(
        ErpId person,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var query = TableQuery.Partition(PartitionOf(person));
        await foreach (var row in tables.ReadAllAsync(TableName.Pending, query, cancellationToken))
        {
            yield return new RequestKey(row.RowKey);
        }
    }

    private static string PartitionOf(ErpId person) => StorageKey.Of(person.Value);

    private static TableEntity EntityOf(ErpId person, RequestKey key) =>
        new(PartitionOf(person), key.Value) { ["ErpId"] = person.Value };
}
