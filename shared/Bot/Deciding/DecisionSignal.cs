namespace PaymentBot.Bot.Deciding;

/// <summary>Tells whoever waits in this process that a decision was laid ready. Says nothing of other processes.</summary>
public sealed class DecisionSignal
{
    private TaskCompletionSource _next = Make();

    /// <summary>Completes at the next <see cref="Raise"/>. Take it before looking for decisions: what comes after the look is not missed then.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>A decision was laid ready.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, Make()).SetResult();

    private static TaskCompletionSource Make() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
