using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using static PaymentBot.Tests.Hosting.HostedBot;

namespace PaymentBot.Tests.Hosting;

public sealed class OutsideCallTests : IAsyncLifetime
{
    private HostedBot _bot = null!;

    public static TheoryData<string> Functions { get; } = ["FanOut", "Deliver", "SubmitDecision", "Housekeeping"];

    public async Task InitializeAsync() => _bot = await HostedBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Call_that_was_passed_on_finds_no_envelope_function(string function)
    {
        var answer = await _bot.PostAsync(
            $"/{function}",
            Envelope(Idle),
            request => request.Headers.Add("x-ms-invocation-id", Guid.NewGuid().ToString())
        );

        Assert.Equal((404, null, string.Empty), answer);
        Assert.Empty(_bot.Bodies.Read);
    }

    [Theory]
    [InlineData("POST /api/../Deliver")]
    [InlineData("POST /api/%2e%2e/Deliver")]
    [InlineData("POST /deliver")]
    [InlineData("POST /DELIVER")]
    [InlineData("POST /%44eliver")]
    [InlineData("POST /Deliver/")]
    [InlineData("POST //Deliver")]
    [InlineData("POST /Deliver?code=1")]
    [InlineData("POST /api/Deliver")]
    [InlineData("POST http://127.0.0.1/Deliver")]
    [InlineData("POST /Unknown")]
    [InlineData("GET /Deliver")]
    [InlineData("PUT /Deliver")]
    [InlineData("OPTIONS /Deliver")]
    public async Task Anything_but_the_hosts_own_words_finds_nothing(string request)
    {
        var answer = await SendAsync(request, Envelope(Idle));

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Allow", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_bot.Bodies.Read);
    }

    [Fact]
    public async Task Raw_call_in_the_hosts_words_is_heard()
    {
        var answer = await SendAsync("POST /Deliver", Envelope(Idle));

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passed_on_http_functions_work_with_the_hosts_headers()
    {
        var (status, _, _) = await _bot.PostAsync(
            "/api/telegram/webhook?code=hush",
            "{}",
            request => request.Headers.Add("x-ms-invocation-id", Guid.NewGuid().ToString())
        );

        Assert.Equal(401, status);
        Assert.Equal(HttpStatusCode.OK, await _bot.GetAsync("/api/health"));
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains("hush", StringComparison.Ordinal));
    }

    /// <summary>Sends a request line no client library would.</summary>
    private async Task<string> SendAsync(string request, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _bot.Port);
        await using var stream = client.GetStream();
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        var text =
            $"{request} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
