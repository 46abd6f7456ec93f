namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>
/// Lets one fan-out of a request run at a time in this process, and one more wait. Whoever comes meanwhile shares the one that waits: it begins later, so it reads
/// all that the newcomer was told of. Nobody is told of success before a run that covers them has ended well.
/// </summary>
internal sealed class FanOutTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Turn> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Turn> _waiting = new(StringComparer.Ordinal);

    /// <summary>Runs, or joins the run that waits.</summary>
    /// <param name="requestKey">The request.</param>
    /// <param name="redelivered">Whether an earlier run for the same message may have stopped half-way.</param>
    /// <param name="run">Does the work; is told whether anybody it works for was redelivered.</param>
    public Task RunAsync(string requestKey, bool redelivered, Func<bool, Task> run)
    {
        Turn turn;
        lock (_gate)
        {
            if (!_running.TryGetValue(requestKey, out var before))
            {
                turn = new Turn(Task.CompletedTask) { Redelivered = redelivered };
                _running[requestKey] = turn;
            }
            else if (_waiting.TryGetValue(requestKey, out var waiting))
            {
                waiting.Redelivered |= redelivered;
                return waiting.Done.Task;
            }
            else
            {
                turn = new Turn(before.Done.Task) { Redelivered = redelivered };
                _waiting[requestKey] = turn;
            }
        }

        _ = RunAsync(requestKey, turn, run);
        return turn.Done.Task;
    }

    private async Task RunAsync(string requestKey, Turn turn, Func<bool, Task> run)
    {
        await turn.Before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        bool redelivered;
        lock (_gate)
        {
            if (_waiting.GetValueOrDefault(requestKey) == turn)
            {
                _waiting.Remove(requestKey);
            }

            _running[requestKey] = turn;
            redelivered = turn.Redelivered;
        }

        var work = run(redelivered);
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (!_waiting.ContainsKey(requestKey))
            {
                _running.Remove(requestKey);
            }
        }

        turn.Done.SetFromTask(work);
    }

    private sealed class Turn(Task before)
    {
        public Task Before { get; } = before;

        public bool Redelivered { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
