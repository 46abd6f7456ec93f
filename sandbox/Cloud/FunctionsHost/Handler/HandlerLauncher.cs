using System.Globalization;
using System.Net.Sockets;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;

/// <summary>Starts the handler, always with the same port, and knocks until it listens.</summary>
internal sealed class HandlerLauncher(HostDefinition definition, FunctionsHostOptions options, HostLog log)
    : IDisposable
{
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <summary>Where the handler listens, whichever run it is.</summary>
    public Uri Address { get; } = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", UnusedPort.Take()).Uri;

    /// <summary>How long one run may take to open its port.</summary>
    public TimeSpan InitializationTimeout { get; } =
        options.Timings.InitializationTimeout ?? definition.Handler.InitializationTimeout;

    /// <summary>Starts a run.</summary>
    /// <exception cref="FunctionsHostException">The system refuses to run it.</exception>
    public HandlerProcess Start() => HandlerProcess.Start(definition.Handler, Environment(), log, options.Clock);

    /// <summary>Asks <c>GET /</c> until anything answers; any status will do.</summary>
    /// <returns>False when its time is over.</returns>
    public async Task<bool> KnockAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(InitializationTimeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (!either.IsCancellationRequested)
        {
            try
            {
                using var answer = await _http.GetAsync(Address, either.Token);
                return true;
            }
            catch (HttpRequestException closed) when (closed.InnerException is SocketException)
            {
                await Task.Delay(options.Timings.ReadinessPoll, options.Clock, either.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (HttpRequestException)
            {
                // Something listens there, whatever it says.
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private Dictionary<string, string> Environment()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        var own = System.Environment.GetEnvironmentVariables();
        foreach (var name in Inherited)
        {
            if (own[name] is string value)
            {
                environment[name] = value;
            }
        }

        foreach (var (name, value) in options.AppSettings)
        {
            environment[name] = value;
        }

        var port = Address.Port.ToString(CultureInfo.InvariantCulture);
        environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port;
        environment["FUNCTIONS_HTTPWORKER_PORT"] = port;
        environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        environment["FUNCTIONS_APP_ROOT_PATH"] = definition.Root;
        return environment;
    }
}
