using System.Net;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>A bare web server on 127.0.0.1: no configuration files, no logs, quick to stop.</summary>
internal static class LoopbackServer
{
    /// <summary>Where a server listens before it has a port.</summary>
    public static Uri AnyAddress { get; } = new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString()).Uri;

    /// <param name="port">0 for any free one.</param>
    public static WebApplication Create(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        return builder.Build();
    }

    /// <returns>The address it listens on, without a slash at the end of its text.</returns>
    public static async Task<Uri> StartAsync(WebApplication server, CancellationToken cancellationToken)
    {
        await server.StartAsync(cancellationToken);
        return new Uri(server.Urls.First());
    }
}
