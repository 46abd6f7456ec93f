using Google.Apis.Auth.OAuth2.Responses;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Ends a wait after a time-out, and tells the faults of the network from the caller's own wish to stop.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _callers;
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _either;

    public Deadline(TimeSpan timeout, TimeProvider clock, CancellationToken callers)
    {
        _callers = callers;
        _timeout = new CancellationTokenSource(timeout, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, callers);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether an exception means that Google was not reached, was too slow, or answered nonsense.</summary>
    public bool IsFault(Exception exception) =>
        exception is HttpRequestException or IOException or TokenResponseException
        || (exception is OperationCanceledException && !_callers.IsCancellationRequested);

    public void Dispose()
    {
        _either.Dispose();
        _timeout.Dispose();
    }
}
