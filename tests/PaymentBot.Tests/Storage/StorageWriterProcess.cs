using System.Diagnostics;

namespace PaymentBot.Tests.Storage;

/// <summary>A process that writes into a database file until it is killed.</summary>
internal sealed class StorageWriterProcess : IDisposable
{
    private readonly Process _process;

    public StorageWriterProcess(string databasePath, string run)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PaymentBot.Tests.StorageWriter.dll");
        _process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", program, databasePath, run])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
    }

    /// <summary>Reads that many acknowledgements, kills the process without warning (SIGKILL) and reads those it had still sent.</summary>
    public async Task<List<(string What, string Which)>> KillAfterAsync(int acknowledgements)
    {
        var read = new List<(string, string)>();
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            // The last line may be cut off; whole ones end with a full stop.
            if (line.Split(' ') is [var what, var which, "."])
            {
                read.Add((what, which));
            }

            if (read.Count == acknowledgements)
            {
                _process.Kill();
            }
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        return read;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
