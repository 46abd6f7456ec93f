using System.Threading.Channels;

namespace PaymentBot.Storage.Sqlite.Engine;

/// <summary>
/// Group commit: one thread takes every write that waits, runs all of them in one transaction and commits once. While the disk syncs, the next
/// group gathers; nothing is delayed on purpose. A caller's task completes after the commit that made its write durable.
/// </summary>
internal sealed class WriteLoop(SqliteFile file)
{
    /// <summary>The largest group, so that a flood of writes cannot keep the lock, and with it other processes, for long.</summary>
    private const int MaxGroup = 512;

    private readonly Channel<WriteOperation> _waiting = Channel.CreateUnbounded<WriteOperation>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private readonly List<WriteOperation> _group = new(MaxGroup);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _starting = new();
    private WriteSession? _session;
    private bool _started;
    private long _commits;

    /// <summary>How many transactions were committed.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Runs a write; completes when it is durable.</summary>
    /// <exception cref="StorageException">The store failed; the other writes of the group are not concerned.</exception>
    /// <exception cref="ObjectDisposedException">The database was disposed.</exception>
    public Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var operation = new ResultOperation<T>(work);
        operation.CancelWith(cancellationToken);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(operation), typeof(SqliteDatabase));
        if (!Volatile.Read(ref _started))
        {
            Start();
        }

        return operation.Task;
    }

    /// <summary>Takes no more writes, finishes those that wait and closes the connection.</summary>
    public Task StopAsync()
    {
        _waiting.Writer.TryComplete();
        lock (_starting)
        {
            if (!_started)
            {
                _started = true;
                _ended.TrySetResult();
            }
        }

        return _ended.Task;
    }

    private void Start()
    {
        lock (_starting)
        {
            if (_started)
            {
                return;
            }

            // A thread of its own: it spends its life waiting for the disk, and the thread pool should not.
            new Thread(Loop) { IsBackground = true, Name = "SQLite writer" }.Start();
            Volatile.Write(ref _started, value: true);
        }
    }

    private void Loop()
    {
        while (_waiting.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            WriteGroup();
        }

        CloseSession();
        _ended.TrySetResult();
    }

    private void WriteGroup()
    {
        try
        {
            _session ??= new WriteSession(file.OpenWriter());
            _session.Begin();
        }
        catch (StorageException exception)
        {
            FailWaiting(exception);
            return;
        }

        if (TryExecuteWaiting(_session))
        {
            Commit(_session);
        }
        else
        {
            RepeatSingly();
        }

        _group.Clear();
    }

    /// <summary>Runs whatever waits, including what arrives meanwhile.</summary>
    private bool TryExecuteWaiting(WriteSession session)
    {
        var succeeded = true;
        while (_group.Count < MaxGroup && succeeded && _waiting.Reader.TryRead(out var operation))
        {
            if (operation.TryBegin())
            {
                _group.Add(operation);
                succeeded = TryExecute(operation, session) is null;
            }
        }

        return succeeded;
    }

    private void Commit(WriteSession session)
    {
        try
        {
            session.Commit();
        }
        catch (StorageException exception)
        {
            CloseSession();
            _group.ForEach(operation => operation.Fail(exception));
            return;
        }

        Interlocked.Increment(ref _commits);
        _group.ForEach(operation => operation.Complete());
    }

    /// <summary>One operation of the group threw: its neighbours get a transaction each.</summary>
    private void RepeatSingly()
    {
        foreach (var operation in _group)
        {
            if (WriteSingly(operation) is { } exception)
            {
                operation.Fail(exception);
            }
            else
            {
                operation.Complete();
            }
        }
    }

    private StorageException? WriteSingly(WriteOperation operation)
    {
        try
        {
            // The group's transaction, the first time.
            _session?.Rollback();
            _session ??= new WriteSession(file.OpenWriter());
            _session.Begin();
            if (TryExecute(operation, _session) is { } failure)
            {
                _session.Rollback();
                return failure;
            }

            _session.Commit();
            Interlocked.Increment(ref _commits);
            return null;
        }
        catch (StorageException exception)
        {
            CloseSession();
            return exception;
        }
    }

    private static StorageException? TryExecute(WriteOperation operation, WriteSession session)
    {
        try
        {
            operation.Execute(session);
            return null;
        }
        catch (StorageException exception)
        {
            return exception;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new StorageException("A write failed in the adapter.", SqliteErrors.InternalError, exception);
        }
    }

    private void FailWaiting(StorageException exception)
    {
        CloseSession();
        for (var i = 0; i < MaxGroup && _waiting.Reader.TryRead(out var operation); i++)
        {
            if (operation.TryBegin())
            {
                operation.Fail(exception);
            }
        }
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }
}
