using System.Net;
using Microsoft.Extensions.Logging.Console;
using PaymentBot.Functions.Observability;

namespace PaymentBot.Functions.Hosting;

/// <summary>The web server and the log, before anything of the bot is in it.</summary>
internal static class BotWebBuilder
{
    /// <summary>Makes a builder that logs lines and can listen, and nothing else.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplicationBuilder Create(string[] args)
    {
        // Empty: the slim builder would read appsettings.json and watch the folder, in which the database changes all the time.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ConsoleFormatter, LogLineFormatter>();
        builder.Logging.AddConsole(options => options.FormatterName = LogLineFormatter.FormatterName);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Limits.MaxRequestBodySize = Approvals.Attachment.MaxSendableSize + 1;
            });
        return builder;
    }

    /// <summary>Makes it listen to the Functions host and to nobody else.</summary>
    /// <param name="builder">The builder, its configuration complete.</param>
    /// <param name="port">Where the host calls, 1 to 65535.</param>
    public static void ListenToHost(this WebApplicationBuilder builder, int port)
    {
        // Whoever reaches the port is the host: nothing may open another one, or this one wider.
        var nowhere = new[]
        {
            WebHostDefaults.ServerUrlsKey,
            WebHostDefaults.HttpPortsKey,
            WebHostDefaults.HttpsPortsKey,
        };
        builder.Configuration.AddInMemoryCollection(
            nowhere.Append(WebHostDefaults.PreferHostingUrlsKey).Select(key => KeyValuePair.Create(key, (string?)null))
        );
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));

        // The host takes a line of the standard error for an error.
        builder.Services.Configure<ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Error
        );
    }
}
