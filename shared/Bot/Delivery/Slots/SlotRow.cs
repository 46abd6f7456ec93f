using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Slots;

/// <summary>
/// One row that many change at once. Changes that come while a write is on its way are made together by the next one, so callers of one process
/// never lose the race for the row's version against each other.
/// </summary>
/// <param name="tables">Where the row lies.</param>
/// <param name="partition">The row's partition.</param>
/// <param name="row">The row's key.</param>
internal sealed class SlotRow(ITableStore tables, string partition, string row)
{
    private readonly Lock _gate = new();
    private List<Waiting> _waiting = [];
    private bool _writing;

    /// <summary>Changes the row; completes when the change is durable.</summary>
    /// <param name="change">Makes the change; run again on a fresh row when another process was faster.</param>
    /// <exception cref="StorageException">The store failed; changing again is safe.</exception>
    public Task ChangeAsync(Action<TableEntity> change)
    {
        var mine = new Waiting(change);
        lock (_gate)
        {
            _waiting.Add(mine);
            if (_writing)
            {
                return mine.Completion.Task;
            }

            _writing = true;
        }

        _ = WriteWaitingAsync();
        return mine.Completion.Task;
    }

    /// <summary>Changes a row until nobody is in between.</summary>
    /// <exception cref="StorageException">The store failed; changing again is safe.</exception>
    public static async ValueTask ChangeAsync(
        ITableStore tables,
        string partition,
        string row,
        Action<TableEntity> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var entity = await tables.GetAsync(TableName.Slots, partition, row, cancellationToken);
            var next = entity ?? new TableEntity(partition, row);
            change(next);
            var eTag = entity?.ETag is { } current
                ? await tables.ReplaceAsync(TableName.Slots, next, current, cancellationToken)
                : await tables.InsertAsync(TableName.Slots, next, cancellationToken);
            if (eTag is not null)
            {
                return;
            }
        }
    }

    private async Task WriteWaitingAsync()
    {
        while (TakeWaiting() is { } group)
        {
            try
            {
                await ChangeAsync(
                    tables,
                    partition,
                    row,
                    entity => group.ForEach(waiting => waiting.Change(entity)),
                    CancellationToken.None
                );
                group.ForEach(waiting => waiting.Completion.TrySetResult());
            }
            catch (Exception exception) when (exception is StorageException or ObjectDisposedException)
            {
                group.ForEach(waiting => waiting.Completion.TrySetException(exception));
            }
        }
    }

    private List<Waiting>? TakeWaiting()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _writing = false;
                return null;
            }

            var group = _waiting;
            _waiting = [];
            return group;
        }
    }

    private sealed record Waiting(Action<TableEntity> Change)
    {
        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
