using System.Net;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Storage;

namespace PaymentBot.Benchmarks.Homes;

/// <summary>The bot behind the double of the Functions host.</summary>
/// <param name="name">For the tables.</param>
/// <param name="publishFolder">What was published.</param>
/// <param name="connectionString">The account.</param>
/// <param name="store">The same account.</param>
internal sealed class HostedHome(string name, string publishFolder, string connectionString, AzureStore store) : IHome
{
    private const string FunctionKey = "benchmark-function-key";

    /// <summary>Nobody calls it: Telegram is a stand-in.</summary>
    private static readonly string PublicUrl = new UriBuilder(Uri.UriSchemeHttps, "bot.example.ru").Uri.AbsoluteUri;

    private FunctionsHostDouble? _host;

    public string Name => name;

    public ITableStore Tables => store.Tables;

    public IBlobStore Blobs => store.Blobs;

    public string ErpHeaders => $"x-functions-key: {FunctionKey}\r\n";

    public int ProcessId => _host!.WorkerProcessId!.Value;

    public async Task<IPEndPoint> StartAsync(string standIn)
    {
        _host = await FunctionsHostDouble.StartAsync(
            new FunctionsHostOptions
            {
                PublishFolder = publishFolder,
                AppSettings = BotEnvironment.Azure(standIn, PublicUrl, connectionString),
                Keys = new FunctionKeys { Host = FunctionKey },
            }
        );
        return new IPEndPoint(IPAddress.Loopback, _host.Address.Port);
    }

    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => new(StopAsync());
}
