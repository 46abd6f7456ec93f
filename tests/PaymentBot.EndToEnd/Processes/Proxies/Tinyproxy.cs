using System.Globalization;
using System.Net.Sockets;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes.Proxies;

/// <summary>Debian's tinyproxy, an HTTP proxy with CONNECT, on a free port of 127.0.0.1.</summary>
internal sealed class Tinyproxy : IAsyncDisposable
{
    public const string Login = "bot";
    public const string Password = "letmein";

    private readonly ProgramProcess _process;
    private readonly DirectoryInfo _folder;

    private Tinyproxy(ProgramProcess process, DirectoryInfo folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>What it noted of connections.</summary>
    public string Log => _process.Everything;

    public static async Task<Tinyproxy> StartAsync()
    {
        Skip.IfNot(File.Exists("/usr/bin/tinyproxy"), "tinyproxy is not installed");
        var folder = Directory.CreateTempSubdirectory("paymentbot-tinyproxy-");
        var port = FreePort.Choose(0, "--tinyproxy");
        var configuration = string.Create(
            CultureInfo.InvariantCulture,
            $"Port {port}\nListen 127.0.0.1\nTimeout 120\nMaxClients 50\nAllow 127.0.0.1\nBasicAuth {Login} {Password}\nLogLevel Connect\n"
        );
        var file = Path.Combine(folder.FullName, "tinyproxy.conf");
        await File.WriteAllTextAsync(file, configuration);
        var process = ProgramProcess.StartCommand(
            "/usr/bin/tinyproxy",
            ["-d", "-c", file],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            folder.FullName
        );
        await Eventually.IsAsync(() => AnswersAsync(process, port), () => process.Everything);
        return new Tinyproxy(process, folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> AnswersAsync(ProgramProcess process, int port)
    {
        Assert.False(process.HasExited, process.Everything);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
