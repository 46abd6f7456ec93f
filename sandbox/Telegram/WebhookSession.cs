namespace PaymentBot.Sandbox.Telegram;

/// <summary>One webhook from setWebhook to the next change: its workers, one per queue, and its connections.</summary>
internal sealed class WebhookSession(WebhookSettings settings) : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    public WebhookSettings Settings { get; } = settings;

    /// <summary>A place for each connection.</summary>
    public SemaphoreSlim Connections { get; } = new(settings.MaxConnections);

    /// <summary>The queues that have a worker. Guarded by the delivery.</summary>
    public HashSet<string> Active { get; } = new(StringComparer.Ordinal);

    public CancellationToken Ended => _end.Token;

    public void End() => _end.Cancel();

    public void Dispose()
    {
        _end.Dispose();
        Connections.Dispose();
    }
}
