using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Brings updates to the webhook: one at a time per queue, queues in parallel, retried until they expire.</summary>
internal sealed class WebhookDelivery : IDisposable
{
    private readonly Lock _gate = new();
    private readonly UpdateQueues _queues;
    private readonly WebhookCaller _caller;
    private readonly TimeProvider _clock;
    private readonly Func<JsonObject, Task> _execute;
    private WebhookSession? _session;

    /// <param name="execute">Runs a method call that came in the body of the webhook's answer.</param>
    public WebhookDelivery(
        UpdateQueues queues,
        WebhookCaller caller,
        TimeProvider clock,
        Func<JsonObject, Task> execute
    )
    {
        _queues = queues;
        _caller = caller;
        _clock = clock;
        _execute = execute;
        _queues.Queued += Wake;
    }

    public WebhookSettings? Current
    {
        get
        {
            lock (_gate)
            {
                return _session?.Settings;
            }
        }
    }

    /// <summary>When and why the webhook failed last.</summary>
    public (DateTimeOffset At, string Message)? LastError { get; private set; }

    /// <summary>Starts to deliver there, or stops for null. What is in flight is given up and comes again.</summary>
    public void Use(WebhookSettings? webhook)
    {
        lock (_gate)
        {
            if (_session?.Settings == webhook)
            {
                return;
            }

            _session?.End();
            _session = webhook is null ? null : new WebhookSession(webhook);
            LastError = null;
        }

        foreach (var queue in _queues.Names)
        {
            Wake(queue);
        }
    }

    /// <summary>Forgets all pauses: begins again with the same webhook.</summary>
    public void Restart()
    {
        var webhook = Current;
        Use(null);
        Use(webhook);
    }

    public void Dispose()
    {
        _queues.Queued -= Wake;
        Use(null);
    }

    private void Wake(string queue)
    {
        WebhookSession? session;
        lock (_gate)
        {
            session = _session;
            if (session is null || !session.Active.Add(queue))
            {
                return;
            }
        }

        _ = Task.Run(() => WorkAsync(session, queue), session.Ended);
    }

    private async Task WorkAsync(WebhookSession session, string queue)
    {
        try
        {
            while (Next(session, queue) is { } update)
            {
                await DeliverAsync(session, update);
            }
        }
        catch (OperationCanceledException) when (session.Ended.IsCancellationRequested)
        {
            // The webhook changed; its successor has workers of its own.
        }
    }

    private PendingUpdate? Next(WebhookSession session, string queue)
    {
        lock (_gate)
        {
            var next = session.Ended.IsCancellationRequested ? null : _queues.Peek(queue);
            if (next is null)
            {
                session.Active.Remove(queue);
            }

            return next;
        }
    }

    private async Task DeliverAsync(WebhookSession session, PendingUpdate update)
    {
        for (var failures = 1; ; failures++)
        {
            var attempt = await CallAsync(session, update);
            if (attempt.Error is null)
            {
                _queues.Confirm(update);
                if (attempt.Reply is { } reply)
                {
                    await _execute(reply);
                }

                return;
            }

            LastError = (_clock.GetUtcNow(), attempt.Error);
            var delay = WebhookRetry.Delay(failures, attempt.RetryAfter);
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, _clock, session.Ended);
            }

            // It may have expired or been dropped meanwhile.
            if (_queues.Peek(update.Queue) != update)
            {
                return;
            }
        }
    }

    private async Task<WebhookAttempt> CallAsync(WebhookSession session, PendingUpdate update)
    {
        await session.Connections.WaitAsync(session.Ended);
        try
        {
            return await _caller.CallAsync(session.Settings, update, session.Ended);
        }
        finally
        {
            session.Connections.Release();
        }
    }
}
