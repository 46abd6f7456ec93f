using System.Net;
using System.Security.Authentication;
using System.Text;
using PaymentBot.EndToEnd.Processes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>The bot behind nginx as the script sets it up, on the loopback, with the Telegram stand-in outside.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const string Webhook = "/api/telegram/webhook";

    private BotWorld _world = null!;
    private ProgramProcess _bot = null!;
    private NginxProcess? _nginx;

    public async Task InitializeAsync()
    {
        _world = await BotWorld.StartAsync();
        _bot = await _world.StartReadyBotAsync();
    }

    public async Task DisposeAsync()
    {
        if (_nginx is not null)
        {
            await _nginx.DisposeAsync();
        }

        await _bot.DisposeAsync();
        await _world.DisposeAsync();
    }

    [SkippableFact]
    public async Task Telegram_delivers_through_it_under_the_certificate_of_setWebhook_and_under_no_other()
    {
        var nginx = await StartAsync();
        _world.Settings["Bot:PublicUrl"] = nginx.Address.ToString().TrimEnd('/');
        var person = SandboxPeople.All[0].Telegram;

        Tool.Succeeded(await _world.CommandAsync("webhook", "set"));
        _world.Telegram.Actions.Say(person.Id, person.Id, "/start");
        await Eventually.IsAsync(
            async () =>
                (await _world.CommandAsync("webhook", "info")).Output.Contains(
                    "certificate verify failed",
                    StringComparison.Ordinal
                ),
            () => "Telegram believed a certificate nobody told it of."
        );
        Assert.Null(_world.LastMessage(person.Id, string.Empty));

        Tool.Succeeded(await _world.CommandAsync("webhook", "set", "--certificate", nginx.Certificate));
        await _world.WaitForAsync(
            () => _world.LastMessage(person.Id, string.Empty) is not null,
            () => $"No answer to /start.\n{nginx.AccessLog}\n{nginx.ErrorLog}\n{_bot.Everything}"
        );
        Assert.Contains($"\"POST {Webhook} HTTP/1.1\" 200", nginx.AccessLog, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Only_telegrams_networks_reach_the_webhook()
    {
        var nginx = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(nginx.Client(), "{\"update_id\":1}"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(nginx.Client("127.0.0.2"), "{\"update_id\":2}"));
        using var stranger = nginx.Client("127.0.0.2");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/api/health")).StatusCode);
    }

    [SkippableFact]
    public async Task Body_that_is_too_large_does_not_reach_the_bot()
    {
        var nginx = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(nginx.Client(), new string('x', 1_100_000)));
        using var client = nginx.Client();
        using var attachment = new ByteArrayContent(new byte[5_000_000]);
        var put = await client.PutAsync("/api/erp/requests/1/attachments/1", attachment);
        Assert.Equal(HttpStatusCode.Unauthorized, put.StatusCode);
        using var form = new ByteArrayContent(new byte[20_000]);
        var post = await client.PostAsync("/api/oauth/callback", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, post.StatusCode);
    }

    [SkippableFact]
    public async Task Flood_is_cut_off_for_who_makes_it_and_for_nobody_else()
    {
        var nginx = await StartAsync();
        using var flood = nginx.Client("127.0.0.2");

        var statuses = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(async _ => (await flood.GetAsync("/api/health")).StatusCode)
        );

        Assert.InRange(statuses.Count(status => status == HttpStatusCode.TooManyRequests), 100, 170);
        using var other = nginx.Client("127.0.0.3");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/health")).StatusCode);
    }

    [SkippableFact]
    public async Task Old_tls_unknown_paths_and_foreign_names_get_nothing()
    {
        var nginx = await StartAsync();
        using var client = nginx.Client();
        foreach (var path in new[] { "/", "/api/telegram/webhookx", "/.git/config", "/api/envelope" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/api/health") { Headers = { Host = "example.ru" } };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(foreign));

        string[] old = ["s_client", "-connect", $"127.0.0.1:{nginx.Port}", "-cipher", "ALL@SECLEVEL=0", "-tls1_1"];
        Assert.NotEqual(0, (await Tool.RunAsync(Tool.Need("openssl"), old)).ExitCode);
        using var handler = nginx.Handler();
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12;
        using var twelve = new HttpClient(handler) { BaseAddress = nginx.Address };
        Assert.Equal(HttpStatusCode.OK, (await twelve.GetAsync("/api/health")).StatusCode);
    }

    [SkippableFact]
    public async Task Answers_carry_each_protecting_header_once_and_no_version()
    {
        var nginx = await StartAsync();
        using var client = nginx.Client();

        foreach (var path in new[] { "/nowhere", "/api/oauth/start" })
        {
            var headers = (await client.GetAsync(path)).Headers;
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
            Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
            Assert.Equal("nginx", headers.Server.ToString());
        }
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string body)
    {
        using (client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Webhook)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
                Headers = { { "X-Telegram-Bot-Api-Secret-Token", BotSettings.WebhookSecret } },
            };
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    private async Task<NginxProcess> StartAsync() => _nginx = await NginxProcess.StartAsync(new Uri(_world.Url).Port);
}
