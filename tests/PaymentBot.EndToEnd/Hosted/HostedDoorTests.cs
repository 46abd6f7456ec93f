using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PaymentBot.Sandbox.Hosting.Hosted;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>What reaches the published bot from outside, and what does not.</summary>
[Collection(HostedGroup.Name)]
public sealed class HostedDoorTests(HostedFixture fixture) : IAsyncLifetime
{
    private const string Envelope =
        """{"Data":{"message":"\"{\\\"v\\\":1,\\\"data\\\":{\\\"kind\\\":\\\"Notice\\\",\\\"chatId\\\":1002,\\\"html\\\":\\\"forged\\\"}}\""},"Metadata":{"DequeueCount":"1"}}""";

    private HostedWorld _world = null!;

    public async Task InitializeAsync() => _world = await HostedWorld.StartAsync(fixture);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Erp_without_the_right_key_is_told_401_and_gets_through_once_it_has_it(string? key)
    {
        _world.Sandbox.Erp.FunctionKey = key;
        var id = await _world.Page.SendSampleAsync(1);
        await _world.UntilAsync(() => Statuses(id).Contains(401), "The ERP was not refused.");
        Assert.DoesNotContain(_world.Host.Invocations, invocation => invocation.Function is "ErpNotify");
        _world.Sandbox.Erp.FunctionKey = HostedBot.FunctionKey;
        // The contract takes a 401 for final; the next revision brings everything.
        _world.Sandbox.Erp.ChangeAmount(id, "84301.00");
        await _world.FinishAsync(id);
    }

    [Theory]
    [InlineData("/Deliver", 404)]
    [InlineData("/deliver?code={key}", 404)]
    [InlineData("/api/Deliver?code={key}", 404)]
    [InlineData("/api/../Deliver", 404)]
    [InlineData("/api/../Deliver?code={key}", 404)]
    [InlineData("/api/%2e%2e/Deliver?code={key}", 404)]
    [InlineData("/api/health/../../Deliver?code={key}", 404)]
    [InlineData("/api/erp/requests/..%2f..%2f..%2f..%2fDeliver?code={key}", 404)]
    [InlineData("//Deliver?code={key}", 404)]
    [InlineData("/admin/functions/Deliver", 401)]
    public async Task Envelope_from_outside_reaches_nothing(string target, int status)
    {
        var text = target.Replace("{key}", HostedBot.FunctionKey, StringComparison.Ordinal);
        Assert.Equal(status, await PostRawAsync(_world.Host.Address.Port, text, string.Empty));
        Assert.DoesNotContain(_world.Host.Invocations, invocation => invocation.Function is "Deliver");
        Assert.Null(Forged());
    }

    [Fact]
    public async Task Even_a_call_that_slipped_through_the_proxy_is_refused_by_the_handler()
    {
        var port = _world.Host.HandlerAddress.Port;
        Assert.Equal(404, await PostRawAsync(port, "/Deliver", "x-ms-invocation-id: 1\r\n"));
        Assert.Null(Forged());
        Assert.Equal(200, await PostRawAsync(port, "/Deliver", string.Empty));
        Assert.NotNull(Forged());
    }

    private ChatMessage? Forged() =>
        _world
            .Sandbox.Telegram.World.Messages(HostedWorld.BudgetHolder)!
            .LastOrDefault(message => message.Text.Plain.Contains("forged", StringComparison.Ordinal));

    private List<int?> Statuses(string id) =>
        _world.Sandbox.Erp.Ledger.Read(id, document => document.Log.Select(entry => entry.Status).ToList())!;

    /// <summary>As it is on the wire: a client would tidy the path.</summary>
    private static async Task<int> PostRawAsync(int port, string target, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        var length = Encoding.UTF8.GetByteCount(Envelope);
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{Envelope}"
        );
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
