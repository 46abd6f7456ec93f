using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PaymentBot.Benchmarks.Load;

namespace PaymentBot.Benchmarks.Processes;

/// <summary>A bot in a process of its own, its output in a file as a service's would be.</summary>
internal sealed class BotChild : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TimeProvider _clock;
    private readonly string _log;
    private readonly long _started;

    private BotChild(Process process, IPEndPoint address, string log, TimeProvider clock, long started)
    {
        _process = process;
        _clock = clock;
        _log = log;
        _started = started;
        Address = address;
    }

    public IPEndPoint Address { get; }

    public int ProcessId => _process.Id;

    public ProcessUsage Usage => ProcessUsage.Of(ProcessId);

    public static BotChild Start(BotProgram program, BotWorld world, TimeProvider clock)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var log = Path.Combine(world.Folder, $"{program.FileName}-{address.Port}.log");
        var (executable, arguments, environment) = program.Command(address.Port, world);

        // The shell only opens the log, then it becomes the bot.
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", $"exec \"$@\" > '{log}' 2>&1", "sh", executable, .. arguments]
        )
        {
            WorkingDirectory = world.Folder,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = clock.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program.Name} did not start.");
        return new BotChild(process, address, log, clock, started);
    }

    /// <summary>Offers a call until it is answered with 200.</summary>
    /// <returns>The time since the process was started.</returns>
    /// <exception cref="InvalidOperationException">The process ended, or never answered.</exception>
    public async Task<TimeSpan> FirstAnswerAsync(byte[] call)
    {
        while (_clock.GetElapsedTime(_started) < LongestStart && !_process.HasExited)
        {
            if (await HttpConnection.IsAnsweredAsync(Address, call))
            {
                return _clock.GetElapsedTime(_started);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), _clock);
        }

        throw new InvalidOperationException($"The bot gave no answer:\n{await File.ReadAllTextAsync(_log)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
