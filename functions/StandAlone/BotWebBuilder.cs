using Microsoft.Extensions.Logging.Console;
using PaymentBot.Functions.Observability;

namespace PaymentBot.Functions.StandAlone;

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
}
