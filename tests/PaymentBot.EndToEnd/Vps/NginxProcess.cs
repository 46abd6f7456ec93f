using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>
/// Debian's nginx with a site that the script wrote, moved to a free port of the loopback and into the folder that stands for the server. Telegram's
/// network is 127.0.0.1 here; 127.0.0.2 is a stranger.
/// </summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private readonly Server _server;
    private readonly ProgramProcess _process;

    private NginxProcess(Server server, ProgramProcess process, int port)
    {
        _server = server;
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public Uri Address => new UriBuilder(Uri.UriSchemeHttps, "127.0.0.1", Port).Uri;

    /// <summary>The public part of the certificate.</summary>
    public string Certificate => _server.PathOf("/etc/paymentbot/tls/self-signed.pem");

    public string AccessLog => _server.Read("/var/log/paymentbot/access.log");

    public string ErrorLog => _server.Read("/var/log/paymentbot/error.log");

    /// <summary>Sets the bot's role up in front of a port of the loopback, checks the configuration and starts nginx.</summary>
    public static async Task<NginxProcess> StartAsync(int botPort)
    {
        var nginx = Tool.Need("nginx");
        Tool.Need("openssl");
        var server = new Server(real: true);
        await server.SetUpAsync([
            .. "--address 127.0.0.1 --port 8443 --telegram-network 127.0.0.1/32 --bot-port".Split(' '),
            botPort.ToString(CultureInfo.InvariantCulture),
        ]);
        var port = FreePort.Choose(0, "--port");
        var configuration = Write(server, "paymentbot", port);
        Tool.Succeeded(await Tool.RunAsync(nginx, "-t", "-q", "-c", configuration));
        var process = ProgramProcess.StartCommand(
            nginx,
            ["-c", configuration],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            server.Root
        );
        var started = new NginxProcess(server, process, port);
        await Eventually.IsAsync(() => started.ListensAsync(), () => process.Everything);
        return started;
    }

    /// <summary>Writes a whole configuration around a site of the script.</summary>
    /// <returns>Its path.</returns>
    public static string Write(Server server, string site, int port)
    {
        var moved = server
            .Read($"/etc/nginx/sites-enabled/../sites-available/{site}.conf")
            .Split('\n')
            .Where(line => !line.Contains("listen [::]", StringComparison.Ordinal))
            .Select(line =>
                line.Replace(" /etc/paymentbot", $" {server.Root}/etc/paymentbot", StringComparison.Ordinal)
                    .Replace(" /var/", $" {server.Root}/var/", StringComparison.Ordinal)
                    .Replace("listen 8443 ", $"listen 127.0.0.1:{port} ", StringComparison.Ordinal)
                    .Replace("listen 443 ", $"listen 127.0.0.1:{port} ", StringComparison.Ordinal)
                    .Replace(
                        "listen 80;",
                        $"listen 127.0.0.1:{FreePort.Choose(0, "--port")};",
                        StringComparison.Ordinal
                    )
            );
        string[] kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        var temporary = string.Concat(kinds.Select(kind => $"  {kind}_temp_path {server.Root}/{kind};\n"));
        var path = server.PathOf("nginx.conf");
        File.WriteAllText(
            path,
            $$"""
            daemon off;
            user root;
            worker_processes 1;
            pid {{server.Root}}/nginx.pid;
            error_log {{server.Root}}/error.log warn;
            events { worker_connections 512; }
            http {
              access_log off;
            {{temporary}}
            {{string.Join('\n', moved)}}
            }
            """
        );
        return path;
    }

    /// <summary>A client that believes the certificate.</summary>
    /// <param name="from">Its address; 127.0.0.2 is no network of Telegram's.</param>
    public HttpClient Client(string from = "127.0.0.1") => new(Handler(from)) { BaseAddress = Address };

    public SocketsHttpHandler Handler(string from = "127.0.0.1")
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(Certificate) },
        };
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.TerminateAsync();
        await _process.DisposeAsync();
        _server.Dispose();
    }

    private async Task<bool> ListensAsync()
    {
        Assert.False(_process.HasExited, _process.Everything);
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
