namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>A write with an outcome.</summary>
/// <param name="work">What to do within the transaction; must be repeatable.</param>
internal sealed class ResultOperation<T>(Func<WriteSession, T> work) : WriteOperation
{
    // The writer's thread must not run its callers' continuations.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private T? _outcome;

    /// <summary>Completes after the commit.</summary>
    public Task<T> Task => _completion.Task;

    /// <summary>Lets the token give the operation up while it waits. Called once, before the writer can see the operation.</summary>
    public void CancelWith(CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((ResultOperation<T>)state!).Cancel(token),
            this
        );

    /// <inheritdoc />
    public override void Execute(WriteSession session) => _outcome = work(session);

    /// <inheritdoc />
    public override void Complete()
    {
        _registration.Unregister();
        _completion.TrySetResult(_outcome!);
    }

    /// <inheritdoc />
    public override void Fail(StorageException exception)
    {
        _registration.Unregister();
        _completion.TrySetException(exception);
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (TryCancel())
        {
            _completion.TrySetCanceled(cancellationToken);
        }
    }
}
