using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>Brings every revision of a document to the bot, in order, however often it takes; then the files it asks for.</summary>
internal sealed class Outbox(ErpLedger ledger, BotCaller bot, ErpStandInOptions options, TimeProvider clock)
    : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<OutboxMessage>> _queues = new(StringComparer.Ordinal);
    private CancellationTokenSource _running = new();

    /// <summary>Snapshots that have not reached the bot yet.</summary>
    public int PendingCount
    {
        get
        {
            lock (_gate)
            {
                return _queues.Values.Sum(queue => queue.Count);
            }
        }
    }

    public void Add(OutboxMessage message)
    {
        CancellationToken running;
        lock (_gate)
        {
            running = _running.Token;
            if (_queues.TryGetValue(message.RequestId, out var queue))
            {
                queue.Enqueue(message);
                return;
            }

            _queues[message.RequestId] = new Queue<OutboxMessage>([message]);
        }

        _ = Task.Run(() => WorkAsync(message.RequestId, running), running);
    }

    public void Dispose()
    {
        Clear();
        _running.Dispose();
    }

    /// <summary>Forgets what is left.</summary>
    public void Clear()
    {
        CancellationTokenSource stopped;
        lock (_gate)
        {
            stopped = _running;
            _running = new CancellationTokenSource();
            _queues.Clear();
        }

        stopped.Cancel();
        stopped.Dispose();
    }

    private async Task WorkAsync(string requestId, CancellationToken running)
    {
        try
        {
            while (Peek(requestId, running) is { } message)
            {
                await DeliverAsync(message, running);
                Done(requestId, running);
            }
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // The ERP was reset.
        }
    }

    private OutboxMessage? Peek(string requestId, CancellationToken running)
    {
        lock (_gate)
        {
            return running.IsCancellationRequested ? null : _queues.GetValueOrDefault(requestId)?.Peek();
        }
    }

    private void Done(string requestId, CancellationToken running)
    {
        lock (_gate)
        {
            if (running.IsCancellationRequested || !_queues.TryGetValue(requestId, out var queue))
            {
                return;
            }

            queue.Dequeue();
            if (queue.Count == 0)
            {
                _queues.Remove(requestId);
            }
        }

        ledger.Changed(requestId);
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken running)
    {
        var answer = await RepeatAsync(
            () => bot.NotifyAsync(message, running),
            got => ledger.Note(message.RequestId, "notify", message.Revision, got.Status, Explain(got.Body)),
            running
        );
        if (answer.Body is not { } body)
        {
            return;
        }

        ledger.KeepHash(message.RequestId, message.Revision, body["contentHash"].AsText());
        foreach (var id in Missing(body))
        {
            if (ledger.File(message.RequestId, id) is { } file)
            {
                await PutAsync(message, file, running);
            }
        }
    }

    private async Task PutAsync(OutboxMessage message, ErpFile file, CancellationToken running)
    {
        var answer = await RepeatAsync(
            () => bot.PutAsync(message.RequestId, file, running),
            got => ledger.Note(message.RequestId, "attachment", message.Revision, got.Status, file.Name),
            running
        );
        if (answer.Status is 201 or 204)
        {
            ledger.MarkDelivered(message.RequestId, file.Id);
        }
    }

    private async Task<BotAnswer> RepeatAsync(
        Func<Task<BotAnswer>> call,
        Action<BotAnswer> note,
        CancellationToken running
    )
    {
        for (
            var delay = options.FirstRetry;
            ;
            delay = delay * 2 < options.LongestRetry ? delay * 2 : options.LongestRetry
        )
        {
            var answer = await call();
            note(answer);
            if (!answer.Temporary)
            {
                return answer;
            }

            await Task.Delay(answer.RetryAfter ?? delay, clock, running);
        }
    }

    private static IEnumerable<string> Missing(JsonObject body) =>
        body["missingAttachments"] is JsonArray missing
            ? missing.Select(item => (item is JsonObject file ? file["id"] : item).AsText()).OfType<string>()
            : [];

    private static string? Explain(JsonObject? body)
    {
        if (body is null)
        {
            return null;
        }

        var unlinked = body["unlinked"] is JsonArray { Count: > 0 } people ? $"unlinked: {people.Count}" : null;
        var stale = body["stale"] is not null ? "stale" : null;
        return stale ?? body["code"].AsText() ?? unlinked;
    }
}
