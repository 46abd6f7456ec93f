using Azure.Core.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>The connections to all storage accounts of the process.</summary>
internal static class StorageTransport
{
    private static readonly Lazy<HttpClientTransport> Connections = new(Create);

    /// <summary>One set of connections for the process, made on first use.</summary>
    public static HttpPipelineTransport Shared => Connections.Value;

    private static HttpClientTransport Create() =>
        new(
            new HttpClient(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    // An account may move to another address; a connection that lives for ever would not see it.
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    EnableMultipleHttp2Connections = true,
                }
            )
            {
                // Each attempt has its own limit, on the injected clock.
                Timeout = Timeout.InfiniteTimeSpan,
            }
        );
}
