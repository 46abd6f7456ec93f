using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>Notes when cards arrive at Telegram.</summary>
internal sealed class CardArrivals(int expected, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _times = [];
    private readonly List<int> _statuses = [];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _started;

    /// <summary>Counts from now on.</summary>
    public void Start() => _started = clock.GetTimestamp();

    /// <summary>Notes a call of the bot.</summary>
    public void Note(RecordedCall call)
    {
        if (!string.Equals(call.Method, "sendMessage", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        lock (_gate)
        {
            _statuses.Add(call.Status);
            if (call.Status == 200)
            {
                _times.Add(clock.GetElapsedTime(_started));
            }

            if (_times.Count == expected)
            {
                _all.TrySetResult();
            }
        }
    }

    /// <summary>When the cards came, first to last.</summary>
    /// <exception cref="TimeoutException">Not all came.</exception>
    public async Task<IReadOnlyList<TimeSpan>> AllAsync(TimeSpan patience)
    {
        await _all.Task.WaitAsync(patience, clock);
        lock (_gate)
        {
            return [.. _times];
        }
    }

    /// <summary>How many calls got a certain status.</summary>
    public int Refused(int status)
    {
        lock (_gate)
        {
            return _statuses.Count(each => each == status);
        }
    }
}
