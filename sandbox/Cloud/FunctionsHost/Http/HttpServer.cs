using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>Makes the host's web server.</summary>
internal static class HttpServer
{
    private const long BodyLimit = 104_857_600;
    private const string BodyLimitSetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>A server on 127.0.0.1 with a forwarder, not started.</summary>
    public static WebApplication Create(FunctionsHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var limit = options.AppSettings.TryGetValue(BodyLimitSetting, out var text)
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : BodyLimit;
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = limit;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddHttpForwarder();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Timings.Drain);
        return builder.Build();
    }
}
