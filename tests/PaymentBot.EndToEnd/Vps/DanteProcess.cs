using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>dante-server as the unit starts it: nobody's rights, the configuration and the logins of the script.</summary>
internal sealed class DanteProcess : IAsyncDisposable
{
    private readonly ProgramProcess _process;

    public DanteProcess(Server server, string danted)
    {
        var pam = server.PathOf("pam.d");
        Directory.CreateDirectory(pam);
        File.WriteAllText(
            Path.Combine(pam, "paymentbot-socks"),
            server
                .Read("/etc/pam.d/paymentbot-socks")
                .Replace(" /etc/", $" {server.Root}/etc/", StringComparison.Ordinal)
        );
        OpenToNobody(server);
        var script = $"""
            mount --bind {pam} /etc/pam.d &&
            exec setpriv --reuid=65534 --regid=65534 --clear-groups \
              {danted} -f {server.Root}/etc/paymentbot/proxy/danted.conf -p {server.Root}/danted.pid
            """;
        _process = ProgramProcess.StartCommand(
            "unshare",
            ["--mount", "sh", "-c", script],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            Path.GetTempPath()
        );
    }

    public string Everything => _process.Everything;

    public Task WaitForLogAsync(string text) =>
        Eventually.IsAsync(
            () => Task.FromResult(Everything.Contains(text, StringComparison.Ordinal)),
            () => Everything
        );

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>On a server these folders are open, and the group of the logins is the proxy's.</summary>
    private static void OpenToNobody(Server server)
    {
        const UnixFileMode open = (UnixFileMode)0b111_101_101;
        File.SetUnixFileMode(Path.GetDirectoryName(server.Root)!, open);
        File.SetUnixFileMode(server.PathOf("/etc/paymentbot/proxy/logins"), open);
    }
}
