namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>A write that waits for its turn. Once begun it can no longer be cancelled; it may run more than once, each time in a fresh transaction.</summary>
internal abstract class WriteOperation
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Cancelled = 2;

    private int _state = Waiting;

    /// <summary>Claims the operation for the writer.</summary>
    /// <returns>False when its caller has given it up.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Runs within the open transaction and keeps the outcome.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>Hands the kept outcome to the caller, after the commit.</summary>
    public abstract void Complete();

    /// <summary>Hands a failure to the caller.</summary>
    public abstract void Fail(StorageException exception);

    /// <summary>Gives the operation up if it has not begun.</summary>
    protected bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;
}
