using System.Diagnostics;
using System.Globalization;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes.Proxies;

/// <summary>
/// Debian's dante-server on a free port of 127.0.0.1. Its logins are users of the system; it gets files of its own for them, laid over those of the system for it alone
/// (a mount namespace), so that the machine's users stay as they are.
/// </summary>
internal sealed class Danted : IAsyncDisposable
{
    public const string Login = "bot";
    public const string Password = "s0cks:p@ss/word";

    private readonly ProgramProcess _process;
    private readonly DirectoryInfo _folder;

    private Danted(ProgramProcess process, DirectoryInfo folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>What it noted of connections and refusals.</summary>
    public string Log => _process.Everything;

    public static async Task<Danted> StartAsync(bool wantsLogin, bool letsThrough = true)
    {
        Skip.IfNot(File.Exists("/usr/sbin/danted"), "dante-server is not installed");
        Skip.IfNot(Environment.IsPrivilegedProcess, "dante-server needs root to check logins");
        var folder = Directory.CreateTempSubdirectory("paymentbot-dante-");
        var port = FreePort.Choose(0, "--dante");
        await WriteAsync(folder, "danted.conf", Configuration(port, wantsLogin, letsThrough));
        await WriteAsync(
            folder,
            "passwd",
            "root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/false\nbot:x:65533:65534::/:/bin/false\n"
        );
        await WriteAsync(
            folder,
            "shadow",
            $"root:*:1::::::\nnobody:*:1::::::\nbot:{await HashAsync()}:19000:0:99999:7:::\n"
        );
        const string command =
            "mount --bind passwd /etc/passwd && mount --bind shadow /etc/shadow && exec danted -f danted.conf";
        var process = ProgramProcess.StartCommand(
            "unshare",
            ["--mount", "sh", "-c", command],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            folder.FullName
        );
        var danted = new Danted(process, folder, port);
        await Eventually.IsAsync(
            () =>
            {
                Assert.False(process.HasExited, process.Everything);
                return Task.FromResult(process.Everything.Contains(" running", StringComparison.Ordinal));
            },
            () => process.Everything
        );
        return danted;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Configuration(int port, bool wantsLogin, bool letsThrough)
    {
        var method = wantsLogin ? "username" : "none";
        var verdict = letsThrough ? "pass" : "block";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            logoutput: stderr
            internal: 127.0.0.1 port = {{port}}
            external: 127.0.0.1
            socksmethod: {{method}}
            clientmethod: none
            user.privileged: root
            user.unprivileged: nobody
            client pass {
              from: 127.0.0.0/8 to: 0.0.0.0/0
            }
            socks {{verdict}} {
              from: 127.0.0.0/8 to: 127.0.0.0/8
              protocol: tcp
              log: connect error
            }

            """
        );
    }

    private static async Task<string> HashAsync()
    {
        using var openssl = Process.Start(
            new ProcessStartInfo("openssl", ["passwd", "-6", Password])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var hash = await openssl.StandardOutput.ReadToEndAsync();
        await openssl.WaitForExitAsync();
        return hash.Trim();
    }

    private static Task WriteAsync(DirectoryInfo folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
}
