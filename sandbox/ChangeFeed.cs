namespace PaymentBot.Sandbox;

/// <summary>Tells watchers that something changed, and lets tests await a condition without sleeping.</summary>
internal sealed class ChangeFeed
{
    private TaskCompletionSource? _next;

    /// <summary>Raised on the thread that made the change; handlers must be short.</summary>
    public event Action<SandboxChange>? Changed;

    public void Publish(SandboxChange change)
    {
        Interlocked.Exchange(ref _next, null)?.TrySetResult();
        Changed?.Invoke(change);
    }

    /// <summary>Completes when <paramref name="condition"/> holds; it is looked at now and after every change.</summary>
    /// <exception cref="TimeoutException">It did not hold within <paramref name="timeout"/> of real time.</exception>
    public async Task WaitForAsync(
        Func<bool> condition,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        while (true)
        {
            var change = NextChange();
            if (condition())
            {
                return;
            }

            var left = timeout - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException($"The awaited condition did not come within {timeout}.");
            }

            await change.WaitAsync(left, clock, cancellationToken);
        }
    }

    private Task NextChange()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
    }
}
