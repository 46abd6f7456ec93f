namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

/// <summary>Counts errors of the worker: the third within the window ends the host.</summary>
/// <param name="window">An error older than this before the newest is forgotten, and all before it.</param>
internal sealed class ErrorCount(TimeSpan window)
{
    private const int Limit = 3;

    private DateTimeOffset _last;
    private int _count;

    /// <summary>Counts one.</summary>
    /// <param name="now">When it happened.</param>
    /// <returns>Whether the worker may be started again.</returns>
    public bool Add(DateTimeOffset now)
    {
        _count = _count > 0 && now - _last > window ? 1 : _count + 1;
        _last = now;
        return _count < Limit;
    }
}
