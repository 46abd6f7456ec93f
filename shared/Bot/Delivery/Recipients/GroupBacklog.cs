using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>The requests whose cards a group lacks because it could not be written to, or was not bound. Empty as long as all is well.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="jobs">The queues.</param>
public sealed class GroupBacklog(ITableStore tables, JobSender jobs)
{
    /// <summary>Notes that a group lacks a card; noting it again changes nothing.</summary>
    /// <param name="groupKey">The group's key.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public async ValueTask AddAsync(string groupKey, RequestKey request, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(PartitionOf(groupKey), request.Value) { ["Group"] = groupKey };
        await tables.InsertAsync(TableName.Pending, entity, cancellationToken);
    }

    /// <summary>Forgets a request.</summary>
    /// <param name="groupKey">The group's key.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; forgetting again is safe.</exception>
    public async ValueTask RemoveAsync(string groupKey, RequestKey request, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Pending, PartitionOf(groupKey), request.Value, null, cancellationToken);

    /// <summary>Sets the cards of all these requests going.</summary>
    /// <param name="groupKey">The group's key.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async ValueTask ResumeAsync(string groupKey, CancellationToken cancellationToken)
    {
        var query = TableQuery.Partition(PartitionOf(groupKey));
        await foreach (var row in tables.ReadAllAsync(TableName.Pending, query, cancellationToken))
        {
            await jobs.NotifyAsync(new RequestKey(row.RowKey), cancellationToken);
        }
    }

    private static string PartitionOf(string groupKey) => $"g-{GroupKey.RowOf(groupKey)}";
}
