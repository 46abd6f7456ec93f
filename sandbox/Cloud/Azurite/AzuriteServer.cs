using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentBot.Sandbox.Cloud.Azurite;

/// <summary>npm's Azurite as a process: Table, Queue and Blob Storage on this machine, with as many accounts as are asked for.</summary>
internal sealed partial class AzuriteServer : IAsyncDisposable
{
    /// <summary>How many accounts one Azurite has: each test takes one of its own.</summary>
    private const int Accounts = 2000;

    // Reads nothing; when whoever started it is gone, however that came, its input ends and so does it.
    private const string EndWithParent =
        "data:text/javascript,process.stdin.resume();process.stdin.on('end',()=>process.exit())";

    private const int Services = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentDictionary<string, Uri> _endpoints = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open = Services;
    private int _next;

    private AzuriteServer(Process process) => _process = process;

    /// <summary>The ports of the blob, queue and table services, in this order.</summary>
    public IReadOnlyList<int> Ports => [_endpoints["Blob"].Port, _endpoints["Queue"].Port, _endpoints["Table"].Port];

    /// <summary>Starts it; completes when all three services listen.</summary>
    /// <param name="npmFolder">The folder whose <c>node_modules</c> has azurite.</param>
    /// <param name="location">Where it keeps its data, or null to keep them in memory.</param>
    /// <param name="ports">The ports of the blob, queue and table services, or null for free ones.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AzuriteException">It is missing or did not start.</exception>
    public static async Task<AzuriteServer> StartAsync(
        string npmFolder,
        string? location = null,
        IReadOnlyList<int>? ports = null,
        CancellationToken cancellationToken = default
    )
    {
        var server = new AzuriteServer(new Process { StartInfo = Start(npmFolder, location, ports ?? [0, 0, 0]) });
        try
        {
            server.Run();
            await server._listening.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken);
            return server;
        }
        catch (TimeoutException)
        {
            await server.DisposeAsync();
            throw new AzuriteException($"Azurite does not start; it wrote: {string.Join('\n', server._output)}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>An account nobody else has asked this server for.</summary>
    public AzuriteAccount NewAccount() => Account(Interlocked.Increment(ref _next) - 1);

    /// <summary>The account of that number.</summary>
    /// <param name="number">0 or more, below 2,000.</param>
    public AzuriteAccount Account(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Accounts);
        var name = AzuriteAccount.NameOf(number);
        return new AzuriteAccount(
            name,
            AzuriteAccount.KeyOf(number),
            new Uri(_endpoints["Blob"], name),
            new Uri(_endpoints["Queue"], name),
            new Uri(_endpoints["Table"], name)
        );
    }

    /// <summary>
    /// Asks it to end and waits: it writes down what it keeps in memory, which it otherwise does only every few seconds. Azure loses nothing it has
    /// acknowledged, so whoever wants the data back must end it this way. It ends when its last connection does: hang up before.
    /// </summary>
    /// <exception cref="AzuriteException">It does not end.</exception>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        var id = _process.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("/bin/kill", ["-TERM", id]);
        try
        {
            await _closed.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken);
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new AzuriteException("Azurite does not end: somebody is still connected.");
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(
        "Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[0-9.:]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Listening();

    private static ProcessStartInfo Start(string npmFolder, string? location, IReadOnlyList<int> ports)
    {
        var program = Path.Combine(npmFolder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(program))
        {
            throw new AzuriteException($"Azurite is missing: run 'npm ci --ignore-scripts' in {npmFolder}.");
        }

        var start = new ProcessStartInfo("/usr/bin/env")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = location ?? npmFolder,
        };
        string[] options = ["--silent", "--skipApiVersionCheck", "--disableTelemetry"];
        foreach (var argument in options.Prepend(program).Prepend(EndWithParent).Prepend("--import").Prepend("node"))
        {
            start.ArgumentList.Add(argument);
        }

        string[] data = location is null ? ["--inMemoryPersistence"] : ["--location", location];
        string[] names = ["--blobPort", "--queuePort", "--tablePort"];
        foreach (var argument in names.Zip(ports, Port).SelectMany(pair => pair).Concat(data))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = string.Join(
            ';',
            Enumerable
                .Range(0, Accounts)
                .Select(number => $"{AzuriteAccount.NameOf(number)}:{AzuriteAccount.KeyOf(number)}")
        );
        return start;
    }

    private static string[] Port(string option, int port) => [option, port.ToString(CultureInfo.InvariantCulture)];

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) =>
            _listening.TrySetException(new AzuriteException($"Azurite ended; it wrote: {string.Join('\n', _output)}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _endpoints[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
        }

        if (
            line.Contains("service successfully closed", StringComparison.Ordinal)
            && Interlocked.Decrement(ref _open) == 0
        )
        {
            _closed.TrySetResult();
        }

        if (_endpoints.Count == Services)
        {
            _listening.TrySetResult();
        }
    }
}
