using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>What nginx hands on, and what it writes down, with something else than the bot behind it.</summary>
public sealed class NginxEdgeTests
{
    [SkippableFact]
    public async Task Caller_cannot_choose_the_address_the_bot_counts_it_by()
    {
        var seen = new ConcurrentQueue<IHeaderDictionary>();
        await using var echo = LoopbackServer.Create(0);
        echo.Run(context =>
        {
            seen.Enqueue(new HeaderDictionary(new Dictionary<string, StringValues>(context.Request.Headers)));
            return Task.CompletedTask;
        });
        var address = await LoopbackServer.StartAsync(echo, CancellationToken.None);
        await using var nginx = await NginxProcess.StartAsync(address.Port);
        using var client = nginx.Client("127.0.0.2");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1");
        client.DefaultRequestHeaders.Add("Forwarded", "for=198.51.100.1");

        using var response = await client.GetAsync("/api/oauth/start?ticket=1");

        var headers = Assert.Single(seen);
        Assert.Equal("127.0.0.2", headers["X-Forwarded-For"].ToString());
        Assert.False(headers.ContainsKey("Forwarded"));
        Assert.Equal("https", headers["X-Forwarded-Proto"].ToString());
    }

    [SkippableFact]
    public async Task Query_stays_out_of_the_logs_even_when_the_bot_is_down()
    {
        await using var nginx = await NginxProcess.StartAsync(FreePort.Choose(0, "--bot-port"));
        using var client = nginx.Client();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(_ => client.GetAsync("/api/oauth/callback?code=hush&state=hush"))
        );

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.BadGateway);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains("GET /api/oauth/callback HTTP/1.1", nginx.AccessLog, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", nginx.AccessLog + nginx.ErrorLog, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("bot", "--domain bot.example.ru --behind 10.66.66.1 --erp-network 198.51.100.0/24")]
    [InlineData(
        "relay",
        "--domain r.example.ru --certificate self-signed --upstream http://10.66.66.2:8080 --wireguard"
    )]
    [InlineData(
        "relay",
        "--domain r.example.ru --upstream https://127.0.0.1 --path /base/hs/paymentbot/ --path /base/hs/other/"
    )]
    public async Task Nginx_takes_the_configuration_of_every_role(string role, string options)
    {
        var nginx = Tool.Need("nginx");
        using var server = new Server(real: true);
        Tool.Need("wg");
        await server.SetUpAsync(["--role", role, .. options.Split(' ')]);
        foreach (var end in new[] { "pem", "key" })
        {
            File.Delete(server.PathOf($"/etc/paymentbot/tls/certificate.{end}"));
            File.Copy(
                server.PathOf($"/etc/paymentbot/tls/self-signed.{end}"),
                server.PathOf($"/etc/paymentbot/tls/certificate.{end}")
            );
        }

        var site = role is "relay" ? "paymentbot-relay" : "paymentbot";
        var configuration = NginxProcess.Write(server, site, FreePort.Choose(0, "--port"));

        Tool.Succeeded(await Tool.RunAsync(nginx, "-t", "-q", "-c", configuration));
    }

    [SkippableFact]
    public async Task Both_ends_of_the_tunnel_fit_together()
    {
        var wg = Tool.Need("wg");
        var strip = Tool.Need("wg-quick");
        using var server = new Server(real: true);
        var said = await server.SetUpAsync(
            "--role relay --domain r.example.ru --upstream http://10.66.66.2:8080 --wireguard".Split(' ')
        );

        var here = server.Read("/etc/wireguard/paymentbot.conf");
        var there = server.Read("/etc/wireguard/paymentbot-peer.conf");
        Assert.Contains(Value(there, "PrivateKey"), said, StringComparison.Ordinal);
        Assert.Equal(Value(here, "PresharedKey"), Value(there, "PresharedKey"));
        Assert.Equal(Value(there, "PublicKey"), await PublicAsync(wg, Value(here, "PrivateKey")));
        Assert.Equal(Value(here, "PublicKey"), await PublicAsync(wg, Value(there, "PrivateKey")));
        foreach (var name in new[] { "paymentbot", "paymentbot-peer" })
        {
            Tool.Succeeded(await Tool.RunAsync(strip, "strip", server.PathOf($"/etc/wireguard/{name}.conf")));
        }
    }

    private static string Value(string configuration, string name) =>
        configuration.Split('\n').Single(line => line.StartsWith($"{name} = ", StringComparison.Ordinal))[
            (name.Length + 3)..
        ];

    private static async Task<string> PublicAsync(string wg, string key) =>
        Tool.Succeeded(await Tool.RunAsync("sh", "-c", $"echo '{key}' | {wg} pubkey")).Output;
}
