namespace PaymentBot.Functions.Telegram;

/// <summary>Counts the webhook calls that are being answered, so that queued work makes way for people who wait.</summary>
public sealed class TapTraffic
{
    /// <summary>From this many at once on, queued work makes way; a few do not get into each other's way.</summary>
    private const int Rush = 4;

    private int _running;

    /// <summary>Whether people wait for answers in such numbers that queued work had better wait a moment.</summary>
    public bool IsRush => Volatile.Read(ref _running) >= Rush;

    /// <summary>A call has come.</summary>
    public void Enter() => Interlocked.Increment(ref _running);

    /// <summary>It is answered.</summary>
    public void Leave() => Interlocked.Decrement(ref _running);
}
