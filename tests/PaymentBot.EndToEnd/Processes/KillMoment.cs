using PaymentBot.Sandbox;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>
/// Kills a process at a random moment of the chain: at the n-th thing the stand-ins see, before they have answered it, or some milliseconds later.
/// </summary>
internal sealed class KillMoment : IDisposable
{
    private readonly TaskCompletionSource<DateTimeOffset> _killed = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>A fast bot may be through before the n-th thing: then it dies at rest.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(3);

    private readonly ChangeFeed[] _feeds;
    private readonly ProgramProcess _process;
    private readonly TimeSpan? _later;
    private readonly ITimer _timer;
    private int _left;
    private int _done;

    public KillMoment(ProgramProcess process, Random random, params ChangeFeed[] feeds)
    {
        _process = process;
        _feeds = feeds;
        _left = random.Next(1, 18);
        _later = random.Next(2) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(1, 80));
        Description = $"at event {_left}{(_later is { } later ? $" and {later.TotalMilliseconds} ms" : string.Empty)}";
        _timer = TimeProvider.System.CreateTimer(_ => Kill(), null, Latest, Timeout.InfiniteTimeSpan);
        foreach (var feed in feeds)
        {
            feed.Changed += Count;
        }
    }

    public string Description { get; }

    /// <summary>When it was killed.</summary>
    public Task<DateTimeOffset> Killed => _killed.Task;

    public void Dispose()
    {
        foreach (var feed in _feeds)
        {
            feed.Changed -= Count;
        }

        _timer.Dispose();
    }

    private void Count(SandboxChange change)
    {
        if (Interlocked.Decrement(ref _left) != 0)
        {
            return;
        }

        if (_later is { } later)
        {
            _timer.Change(later, Timeout.InfiniteTimeSpan);
        }
        else
        {
            Kill();
        }
    }

    private void Kill()
    {
        if (Interlocked.Exchange(ref _done, 1) == 1)
        {
            return;
        }

        _process.Kill();
        _killed.TrySetResult(TimeProvider.System.GetUtcNow());
    }
}
