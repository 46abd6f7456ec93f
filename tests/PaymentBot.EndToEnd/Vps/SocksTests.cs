using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>Debian's dante-server with the configuration that the script wrote, as a user without rights, in front of a page on the loopback.</summary>
public sealed class SocksTests
{
    [SkippableFact]
    public async Task Login_opens_it_and_nothing_else_does()
    {
        using var server = new Server(real: true);
        var port = FreePort.Choose(0, "--socks-port");
        await using var dante = await StartAsync(server, port, "127.0.0.0/8");
        await using var page = LoopbackServer.Create(0);
        page.Run(context => context.Response.WriteAsync("here"));
        var address = await LoopbackServer.StartAsync(page, CancellationToken.None);
        var password = server.Read("/etc/paymentbot/proxy/passwords/ivanov").Trim();

        await Eventually.IsAsync(
            async () =>
                string.Equals(await GetAsync(address, port, ("ivanov", password)), "here", StringComparison.Ordinal),
            () => dante.Everything
        );
        Assert.Null(await GetAsync(address, port, ("ivanov", "guessed")));
        Assert.Null(await GetAsync(address, port, ("root", password)));
        Assert.Null(await GetAsync(address, port, null));
    }

    [SkippableFact]
    public async Task Login_does_not_open_what_is_not_telegrams()
    {
        using var server = new Server(real: true);
        var port = FreePort.Choose(0, "--socks-port");
        await using var dante = await StartAsync(server, port, "telegram");
        await using var page = LoopbackServer.Create(0);
        page.Run(context => context.Response.WriteAsync("here"));
        var address = await LoopbackServer.StartAsync(page, CancellationToken.None);
        await dante.WaitForLogAsync("running");

        var password = server.Read("/etc/paymentbot/proxy/passwords/ivanov").Trim();
        Assert.Null(await GetAsync(address, port, ("ivanov", password)));
    }

    [SkippableFact]
    public async Task Links_are_printed_as_text_and_as_pictures()
    {
        Tool.Need("qrencode");
        using var server = new Server(real: true);

        var said = await server.SetUpAsync(
            "--role proxy --domain p.example.ru --login ivanov --login petrov --mtproxy".Split(' ')
        );

        var password = server.Read("/etc/paymentbot/proxy/passwords/petrov").Trim();
        var secret = server.Read("/etc/paymentbot/proxy/mtproxy-secret").Trim();
        Assert.Contains(
            $"tg://socks?server=p.example.ru&port=1080&user=petrov&pass={password}",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"https://t.me/proxy?server=p.example.ru&port=8443&secret=dd{secret}",
            said,
            StringComparison.Ordinal
        );
        Assert.True(said.Count(letter => letter == '█') > 300, "There is no QR code.");
        Assert.Contains(password, await server.SetUpAsync("--role", "proxy", "--links"), StringComparison.Ordinal);

        await server.SetUpAsync("--role", "proxy", "--login", "ivanov");
        Assert.DoesNotContain("petrov", server.Read("/etc/paymentbot/proxy/logins"), StringComparison.Ordinal);
    }

    /// <summary>In a mount namespace of its own, so that the PAM service of the script is there without touching this machine's.</summary>
    private static async Task<DanteProcess> StartAsync(Server server, int port, string destination)
    {
        var danted = Tool.Need("danted");
        Skip.IfNot(
            (await Tool.RunAsync(Tool.Need("unshare"), "-m", "true")).ExitCode == 0,
            "This machine does not allow mount namespaces."
        );
        Skip.If(
            !Directory
                .GetDirectories("/usr/lib", "*-linux-gnu*")
                .Any(folder => File.Exists(Path.Combine(folder, "security", "pam_pwdfile.so"))),
            "libpam-pwdfile is not installed on this machine; tests/run.sh installs it."
        );
        await server.SetUpAsync([
            .. "--role proxy --domain p.example.ru --external lo --login ivanov --socks-port".Split(' '),
            port.ToString(CultureInfo.InvariantCulture),
            "--destination",
            destination,
        ]);
        return new DanteProcess(server, danted);
    }

    private static async Task<string?> GetAsync(Uri address, int port, (string Name, string Password)? login)
    {
        var proxy = new WebProxy(new UriBuilder("socks5", "127.0.0.1", port).Uri);
        if (login is { } known)
        {
            proxy.Credentials = new NetworkCredential(known.Name, known.Password);
        }

        using var handler = new SocketsHttpHandler { Proxy = proxy, UseProxy = true };
        using var client = new HttpClient(handler);
        try
        {
            return await client.GetStringAsync(address);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
