using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

[Collection(DoubleGroup.Name)]
public sealed class HttpFrontTests(DoubleFixture fixture) : IAsyncLifetime
{
    private readonly HandlerWorld _world = new(fixture.Azurite);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public async Task InitializeAsync() => _http.BaseAddress = (await _world.StartAsync()).Address;

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Call_reaches_the_handler_as_it_came_with_the_headers_of_a_proxy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo/%D1%8F%20z?a=1&a=2&code=secret");
        request.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("тело")));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/weird");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Host = "bot.example.ru";
        request.Headers.Add("X-Own", "kept");
        request.Headers.Add("x-ms-invocation-id", "forged");
        request.Headers.Add("X-Azure-Functions-InvocationId", "forged");
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/elsewhere", response.Headers.Location!.ToString());
        Assert.Equal("yes", Assert.Single(response.Headers.GetValues("x-mine")));
        var seen = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("POST", (string)seen["method"]!);
        Assert.Equal("/api/echo/%D1%8F%20z?a=1&a=2&code=secret", (string)seen["url"]!);
        Assert.Equal("тело", (string)seen["body"]!);
        var headers = seen["headers"]!.AsObject();
        Assert.Equal("chunked", (string)headers["transfer-encoding"]!);
        Assert.Equal("text/weird", (string)headers["content-type"]!);
        Assert.Equal("kept", (string)headers["x-own"]!);
        Assert.StartsWith("127.0.0.1:", (string)headers["host"]!, StringComparison.Ordinal);
        Assert.Equal("bot.example.ru", (string)headers["x-forwarded-host"]!);
        Assert.Equal("http", (string)headers["x-forwarded-proto"]!);
        Assert.Equal("127.0.0.1", (string)headers["x-forwarded-for"]!);
        Assert.True(Guid.TryParse((string)headers["x-ms-invocation-id"]!, out _));
        Assert.Equal((string)headers["x-ms-invocation-id"]!, (string)headers["x-azure-functions-invocationid"]!);
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/echo/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/echo/1/2", HttpStatusCode.NotFound)]
    [InlineData("POST", "/Work", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/Work", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/%2e%2e/Work", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/echo/..%2f..%2fWork?do=error", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "/api/locked", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/locked?code=wrong", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/locked?code=function-key", HttpStatusCode.Created)]
    [InlineData("PATCH", "/api/locked?code=host-key", HttpStatusCode.Created)]
    [InlineData("GET", "/api/locked?code=master-key", HttpStatusCode.Created)]
    [InlineData("GET", "/admin/host/status", HttpStatusCode.Unauthorized)]
    public async Task Routes_methods_and_keys_decide_who_is_let_in(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        var passed = status is HttpStatusCode.Created or HttpStatusCode.InternalServerError;
        Assert.Equal(passed ? 1 : 0, _world.Notes.Count);
    }

    [Fact]
    public async Task Key_in_the_header_goes_before_the_one_in_the_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/locked?code=function-key");
        request.Headers.Add("x-functions-key", "wrong");
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Call_during_a_restart_waits_for_the_handler()
    {
        using var crash = await _http.GetAsync(new Uri("/api/echo/1?do=restart", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadGateway, crash.StatusCode);
        using var response = await _http.GetAsync(new Uri("/api/echo/1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }
}
