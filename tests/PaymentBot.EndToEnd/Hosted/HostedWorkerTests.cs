using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using PaymentBot.Sandbox.Cloud;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Hosting.Hosted;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>The worker's own affairs: what it listens on, what it takes, and what it says of a wrong setting.</summary>
[Collection(HostedGroup.Name)]
public sealed class HostedWorkerTests(HostedFixture fixture)
{
    [Fact]
    public async Task Nothing_but_the_worker_s_own_port_is_opened_whatever_else_is_set()
    {
        var others = Enumerable.Repeat(0, 7).Select(_ => UnusedPort.Take()).ToArray();
        await using var host = await StartAsync(
            ("ASPNETCORE_URLS", Any(others[0])),
            ("ASPNETCORE_HTTP_PORTS", others[1].ToString(CultureInfo.InvariantCulture)),
            ("ASPNETCORE_PREFERHOSTINGURLS", "true"),
            ("URLS", Any(others[2])),
            ("HTTP_PORTS", others[3].ToString(CultureInfo.InvariantCulture)),
            ("Kestrel__Endpoints__Other__Url", Any(others[4])),
            ("ASPNETCORE_Kestrel__Endpoints__Other__Url", Any(others[5])),
            ("AZURE_FUNCTIONS_URLS", Any(others[6]))
        );
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(host.Address, "/api/health"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.DoesNotContain(listeners, listener => others.Contains(listener.Port));
        Assert.All(
            listeners.Where(listener => listener.Port == host.WorkerAddress!.Port),
            listener => Assert.True(IPAddress.IsLoopback(listener.Address))
        );
    }

    [Fact]
    public async Task Forty_megabytes_pass()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            new Uri(host.Address, "/api/erp/requests/1/attachments/1")
        );
        request.Content = new ByteArrayContent(new byte[40_000_000]);
        request.Headers.Add("x-functions-key", HostedBot.FunctionKey);
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add(
            "webhook-timestamp",
            TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
        );
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(new byte[32])}");

        // Read to its end, for only then it is known that the signature is wrong.
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("Storage__Provider", "Sqlite", "Storage__Provider must be AzureStorage")]
    [InlineData("Telegram__Updates", "Polling", "Telegram__Updates must be Webhook")]
    [InlineData("Telegram__BotToken", "", "Telegram__BotToken is missing")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "hush", "OTEL_EXPORTER_OTLP_ENDPOINT must be")]
    public async Task Wrong_setting_is_a_sentence_and_a_fault(string name, string value, string sentence)
    {
        var ended = await Assert.ThrowsAsync<FunctionsHostException>(() => StartAsync((name, value)));

        Assert.Contains("Exceeded language worker restart retry count", ended.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Message, StringComparison.Ordinal);
    }

    private static string Any(int port) => string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{port}");

    private Task<FunctionsHostDouble> StartAsync(params IEnumerable<(string Name, string Value)> others)
    {
        var settings = HostedSettings
            .Create()
            .ToDictionary(
                setting => setting.Key.Replace(":", "__", StringComparison.Ordinal),
                setting => setting.Value!,
                StringComparer.Ordinal
            );
        settings["AzureWebJobsStorage"] = fixture.Azurite.NewAccount().ConnectionString;
        settings["Storage__SqlitePath"] = "bot.db";
        foreach (var (name, value) in others)
        {
            settings[name] = value;
        }

        return FunctionsHostDouble.StartAsync(
            new FunctionsHostOptions
            {
                PublishFolder = fixture.PublishFolder,
                AppSettings = settings,
                Keys = new FunctionKeys { Host = HostedBot.FunctionKey },
                Timings = HostedWorld.Timings,
            }
        );
    }
}
