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
    private const string Job = """{"v":1,"data":{"kind":"Notice","chatId":1002,"html":"forged"}}""";

    private static readonly (string Method, string Target, int Status)[] Calls =
    [
        ("GET", "/", 200),
        ("GET", "/api/nowhere", 404),
        ("PUT", "/api/erp/notify", 404),
        ("GET", "/api/erp/decisions/1", 404),
        ("GET", "/api/erp/openapi.json", 401),
        ("GET", "/api/erp/openapi.json?code=wrong", 401),
        ("GET", "/api/erp/openapi.json?code={key}", 200),
        ("GET", "/api/erp/openapi.json?code={master}", 200),
        ("GET", "/api/health", 200),
        ("POST", "/Deliver", 404),
        ("POST", "/api/Deliver?code={key}", 404),
        ("POST", "/api/../Deliver?code={key}", 404),
        ("POST", "/api/%2e%2e/Deliver?code={key}", 404),
        ("POST", "/api/erp/requests/..%2f..%2f..%2f..%2fDeliver?code={key}", 404),
        ("POST", "/admin/functions/Deliver", 401),
        ("GET", "/admin/host/status", 401),
        ("POST", "/admin/host/status", 404),
    ];

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

    [Fact]
    public async Task Routes_methods_and_keys_decide_who_is_let_in()
    {
        var answers = new List<(string Method, string Target, int Status)>();
        foreach (var (method, target, _) in Calls)
        {
            var text = target
                .Replace("{key}", HostedBot.FunctionKey, StringComparison.Ordinal)
                .Replace("{master}", HostedBot.MasterKey, StringComparison.Ordinal);
            var status = await SendRawAsync(_world.Host.Address.Port, $"{method} {text}", string.Empty);
            answers.Add((method, target, status));
        }

        Assert.Equal(Calls, answers);
        Assert.DoesNotContain(_world.Host.Invocations, invocation => invocation.Function is "Deliver");
        Assert.Null(Forged());
    }

    [Fact]
    public async Task Key_in_the_header_goes_before_the_one_in_the_query()
    {
        var target = $"GET /api/erp/openapi.json?code={HostedBot.FunctionKey}";
        Assert.Equal(401, await SendRawAsync(_world.Host.Address.Port, target, "x-functions-key: wrong\r\n"));
    }

    [Fact]
    public async Task Call_past_the_host_runs_no_function()
    {
        var port = _world.Host.WorkerAddress!.Port;
        var before = _world.Host.Log.Records.Count;

        Assert.Equal(500, await SendRawAsync(port, "GET /api/health", string.Empty));
        Assert.Equal(500, await SendRawAsync(port, "POST /Deliver", "x-ms-invocation-id: 1\r\n"));
        Assert.Null(Forged());
        Assert.DoesNotContain(
            _world.Host.Log.Records.Skip(before),
            record => record.Message.StartsWith("Executing 'Functions.Health'", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Invocation_id_of_the_callers_own_opens_nothing()
    {
        // The real host passes it on, and the call and its invocation miss each other.
        var status = await SendRawAsync(
            _world.Host.Address.Port,
            "POST /api/telegram/webhook",
            $"x-ms-invocation-id: {Guid.NewGuid()}\r\n"
        );

        Assert.Equal(500, status);
        Assert.Null(Forged());
        await _world.Page.ApproveAsync(await _world.Page.SendSampleAsync(1));
    }

    private ChatMessage? Forged() =>
        _world
            .Sandbox.Telegram.World.Messages(HostedWorld.BudgetHolder)!
            .LastOrDefault(message => message.Text.Plain.Contains("forged", StringComparison.Ordinal));

    private List<int?> Statuses(string id) =>
        _world.Sandbox.Erp.Ledger.Read(id, document => document.Log.Select(entry => entry.Status).ToList())!;

    /// <summary>As it is on the wire: a client would tidy the path.</summary>
    private static async Task<int> SendRawAsync(int port, string call, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        var length = Encoding.UTF8.GetByteCount(Job);
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"{call} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{Job}"
        );
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
