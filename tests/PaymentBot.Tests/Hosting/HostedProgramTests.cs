using System.Globalization;
using System.Net.NetworkInformation;
using System.Text.Json;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Hosting;

public sealed class HostedProgramTests : IAsyncLifetime
{
    private readonly HostedProcess _bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Nothing_but_the_hosts_port_is_opened_whatever_else_is_set()
    {
        var other = FreePort.Choose(0, "--port");
        var others = Enumerable.Repeat(0, 6).Select(_ => FreePort.Choose(0, "--port")).ToArray();
        _bot.Settings["ASPNETCORE_URLS"] = Any(others[0]);
        _bot.Settings["ASPNETCORE_HTTP_PORTS"] = $"{others[1]}";
        _bot.Settings["ASPNETCORE_PREFERHOSTINGURLS"] = "true";
        _bot.Settings["PREFERHOSTINGURLS"] = "true";
        _bot.Settings["URLS"] = Any(others[2]);
        _bot.Settings["HTTP_PORTS"] = $"{others[3]}";
        _bot.Settings["Kestrel:Endpoints:Other:Url"] = Any(others[4]);
        _bot.Settings["ASPNETCORE_Kestrel:Endpoints:Other:Url"] = Any(others[5]);

        await _bot.StartReadyAsync("--urls", Any(other));

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.DoesNotContain(listeners, listener => listener.Port == other || others.Contains(listener.Port));
        Assert.Equal("127.0.0.1", Assert.Single(listeners, listener => listener.Port == _bot.Port).Address.ToString());
        Assert.Equal(0, await _bot.Process.TerminateAsync());
    }

    [Theory]
    [InlineData("Storage:Provider", "Sqlite", "Storage__Provider must be AzureStorage")]
    [InlineData("Telegram:Updates", "Polling", "Telegram__Updates must be Webhook")]
    [InlineData("Telegram:BotToken", "", "Telegram__BotToken is missing")]
    [InlineData("AzureWebJobsStorage", "", "AzureWebJobsStorage is missing")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "hush", "OTEL_EXPORTER_OTLP_ENDPOINT must be")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:hush@[::1]:4317", "OTEL_EXPORTER_OTLP_ENDPOINT must be")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "hush", "FUNCTIONS_CUSTOMHANDLER_PORT must be a port")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "0", "FUNCTIONS_CUSTOMHANDLER_PORT must be a port")]
    public async Task Wrong_setting_is_a_sentence_and_a_fault(string key, string value, string sentence)
    {
        _bot.Settings[key] = value;
        _bot.Settings["Storage:SqlitePath"] = "bot.db";

        var process = _bot.Start();

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.Contains(sentence, string.Join('\n', process.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", process.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_port_is_a_sentence_and_a_fault()
    {
        await _bot.StartReadyAsync();
        await using var second = new HostedProcess();
        second.Settings["FUNCTIONS_CUSTOMHANDLER_PORT"] = _bot.Port.ToString(CultureInfo.InvariantCulture);

        var process = second.Start();

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.Contains("address already in use", string.Join('\n', process.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_logged_during_a_call_is_one_object_and_names_the_call()
    {
        await _bot.StartReadyAsync();
        var id = Guid.NewGuid().ToString();

        Assert.Equal(
            500,
            await _bot.PostAsync("Deliver", HostedBot.Envelope("""{"v":1,"data":{"kind":"Hush"}}"""), id)
        );
        await Eventually.IsAsync(
            () => Task.FromResult(_bot.Process.Errors.Any(line => line.Contains(id, StringComparison.Ordinal))),
            () => _bot.Process.Everything
        );

        Assert.Equal(0, await _bot.Process.TerminateAsync());
        var lines = _bot
            .Process.Output.Concat(_bot.Process.Errors)
            .Select(line => JsonDocument.Parse(line).RootElement);
        var failure = Assert.Single(
            lines,
            line => line.TryGetProperty("InvocationId", out var invocation) && invocation.ValueEquals(id)
        );
        Assert.Equal("Error", failure.GetProperty("LogLevel").GetString());
        Assert.Contains("\n   at ", failure.GetProperty("Exception").GetString()!, StringComparison.Ordinal);
        Assert.Equal(32, failure.GetProperty("TraceId").GetString()!.Length);
        Assert.EndsWith("Z", failure.GetProperty("Timestamp").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", _bot.Process.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alone_it_knows_no_envelopes()
    {
        var url = $"http://127.0.0.1:{_bot.Port}";
        _bot.Settings["FUNCTIONS_CUSTOMHANDLER_PORT"] = string.Empty;
        _bot.Settings["Storage:Provider"] = "Sqlite";
        _bot.Settings["Storage:SqlitePath"] = "bot.db";
        await _bot.Start("--urls", url).WaitForAnswerAsync(new Uri(_bot.Address, "/api/health"));

        Assert.Equal(
            404,
            await _bot.PostAsync("Deliver", HostedBot.Envelope(HostedBot.Idle), Guid.NewGuid().ToString())
        );
        Assert.Equal(404, await _bot.PostAsync("/", "{}", Guid.NewGuid().ToString()));
    }

    private static string Any(int port) => $"http://0.0.0.0:{port}";
}
