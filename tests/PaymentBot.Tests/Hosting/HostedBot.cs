using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaymentBot.Functions.Hosting;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Hosting;

/// <summary>A bot as the Functions host runs it, with a file in the place of the storage account. Tests are the host.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    public const string Answer = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    /// <summary>A delivery for a request nobody announced: there is nothing to do.</summary>
    public const string Idle = """{"v":1,"data":{"kind":"Card","requestKey":"none","recipient":"nobody"}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-hosted-").FullName;
    private readonly HttpClient _http;
    private readonly WebApplication _app;

    private HostedBot()
    {
        Port = FreePort.Choose(0, "--port");
        _http = new HttpClient
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}")),
        };
        _app = BotHost.BuildHosted(HostedSettings.Create(), Port, Replace);
    }

    public int Port { get; }

    public RecordedBodies Bodies { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public static async Task<HostedBot> StartAsync()
    {
        var bot = new HostedBot();
        await bot._app.StartAsync();
        return bot;
    }

    /// <summary>An envelope as the host writes it: the text quoted twice, the numbers as texts.</summary>
    public static string Envelope(string text, string dequeueCount = "\"1\"")
    {
        var id = Quote(Quote("52d53c5f-e212-4a4c-b2cb-2b3ddb1bd9a5"));
        var data = $$"""{"message":{{Quote(Quote(text))}} }""";
        var metadata = $$"""{"DequeueCount":{{dequeueCount}},"Id":{{id}},"sys":{"MethodName":"Deliver"} }""";
        return $$"""{"Data":{{data}},"Metadata":{{metadata}} }""";
    }

    public static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    /// <summary>Posts as the host does: chunked, with an invocation id.</summary>
    public async Task<(int Status, string? ContentType, string Body)> PostAsync(
        string path,
        string body,
        Action<HttpRequestMessage>? change = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        change?.Invoke(request);
        using var response = await _http.SendAsync(request, cancellationToken);
        return (
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(cancellationToken)
        );
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Replace(IServiceCollection services)
    {
        services.RemoveAll<ITableStore>().RemoveAll<IQueueSender>().RemoveAll<IQueueReceiver>().RemoveAll<IBlobStore>();
        services.AddSqliteStorage(_ => Path.Combine(_folder, "bot.db"));
        services.RemoveAll<IQueueBodies>().AddSingleton<IQueueBodies>(Bodies);
        services.AddSingleton<TimeProvider>(Clock);
        services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Logs);
    }
}
