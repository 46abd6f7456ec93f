using System.Globalization;
using System.Text;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Hosting;

/// <summary>The built program, started as the Functions host starts it.</summary>
internal sealed class HostedProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-hosted-").FullName;
    private readonly HttpClient _http = new();
    private ProgramProcess? _process;

    public int Port { get; } = FreePort.Choose(0, "--port");

    public Dictionary<string, string?> Settings { get; } = HostedSettings.Create();

    public ProgramProcess Process => _process!;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));

    /// <summary>Starts it.</summary>
    public ProgramProcess Start(params string[] arguments)
    {
        Settings.TryAdd("FUNCTIONS_CUSTOMHANDLER_PORT", Port.ToString(CultureInfo.InvariantCulture));
        return _process = ProgramProcess.Start(Built.Bot, arguments, Settings, _folder);
    }

    /// <summary>Starts it and completes when it answers.</summary>
    public async Task StartReadyAsync(params string[] arguments) => await Start(arguments).WaitForAnswerAsync(Address);

    /// <summary>Posts an envelope.</summary>
    public async Task<int> PostAsync(string path, string body, string invocationId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", invocationId);
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
