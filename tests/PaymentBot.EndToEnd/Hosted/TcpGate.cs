using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>Stands between a client and a service, byte for byte, and can hold a request at the door: by the begin of its first line.</summary>
internal sealed class TcpGate : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IReadOnlyList<int> _ports;
    private readonly Task _work;
    private CancellationTokenSource _line = new();
    private volatile bool _cut;
    private Func<string, bool>? _wanted;
    private TaskCompletionSource<string> _held = New<string>();
    private TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _letIn;

    /// <param name="ports">Where the service is on 127.0.0.1; of several, each connection gets the next.</param>
    public TcpGate(params IReadOnlyList<int> ports)
    {
        _ports = ports;
        _listener.Start();
        _work = AcceptAsync();
    }

    /// <summary>Where the gate is on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Holds the next request that fits; one only.</summary>
    /// <param name="wanted">Looks at the first line.</param>
    /// <param name="letIn">Whether the service gets it all the same when the gate opens: its answer finds nobody.</param>
    /// <returns>Completes with the first line when it is held.</returns>
    public Task<string> Hold(Func<string, bool> wanted, bool letIn)
    {
        _held = New<string>();
        _release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _letIn = letIn;
        Volatile.Write(ref _wanted, wanted);
        return _held.Task;
    }

    /// <summary>Hangs up on everybody, and on whoever comes, until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        _cut = true;
        _line.Cancel();
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        _line.Dispose();
        _line = new CancellationTokenSource();
        _cut = false;
    }

    /// <summary>Opens the gate.</summary>
    public void Release() => _release.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _release.TrySetResult();
        _listener.Dispose();
        await _work;
        _line.Dispose();
        _end.Dispose();
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task AcceptAsync()
    {
        try
        {
            var turn = 0;
            while (!_end.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = ServeAsync(client, _ports[turn++ % _ports.Count]);
            }
        }
        catch (Exception closed)
            when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The gate is gone.
        }
    }

    private async Task ServeAsync(TcpClient client, int port)
    {
        using var near = client;
        using var far = new TcpClient();
        if (_cut)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_line.Token, _end.Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, port, either.Token);
            var there = PumpAsync(near.GetStream(), far.GetStream(), LookAsync, either.Token);
            var back = PumpAsync(far.GetStream(), near.GetStream(), _ => Task.FromResult(true), either.Token);
            await Task.WhenAny(there, back);
        }
        catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException)
        {
            // One side has hung up.
        }
    }

    private static async Task PumpAsync(
        NetworkStream from,
        NetworkStream to,
        Func<ReadOnlyMemory<byte>, Task<bool>> look,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (
                await from.ReadAsync(buffer, cancellationToken) is > 0 and var length
                && await look(buffer.AsMemory(0, length))
            )
            {
                await to.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One side has hung up.
        }
    }

    /// <summary>A connection carries one request after the other, so each begins a piece of its own.</summary>
    private async Task<bool> LookAsync(ReadOnlyMemory<byte> bytes)
    {
        if (Volatile.Read(ref _wanted) is not { } wanted)
        {
            return true;
        }

        var line = Encoding.ASCII.GetString(bytes.Span[..Math.Min(bytes.Length, 500)]).Split('\r', 2)[0];
        if (!wanted(line) || Interlocked.CompareExchange(ref _wanted, null, wanted) != wanted)
        {
            return true;
        }

        _held.TrySetResult(line);
        await _release.Task;
        return _letIn;
    }
}
