namespace PaymentBot.Sandbox.Hosting;

/// <summary>
/// The sandbox's one clock: it can be set ahead, never back. Times of day come from it; what waits meanwhile waits as long as it always would.
/// </summary>
internal sealed class SandboxClock : TimeProvider
{
    private long _ahead;

    /// <summary>How far it is ahead of the machine's clock.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Sets it ahead.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, by.Ticks);
    }

    /// <summary>Back to the machine's clock, for a bot that starts with nothing.</summary>
    public void Reset() => Interlocked.Exchange(ref _ahead, 0);
}
