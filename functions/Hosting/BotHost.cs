using PaymentBot.Functions.Settings;

namespace PaymentBot.Functions.Hosting;

/// <summary>Builds the bot that stands alone: it listens for itself and plays the queue triggers with pumps.</summary>
public static class BotHost
{
    /// <summary>Builds a bot from given settings alone, as the sandbox and the tests need it.</summary>
    /// <param name="settings">The settings, <c>:</c> between section and name.</param>
    /// <param name="url">The address to listen on.</param>
    /// <param name="services">Changes the services, or null.</param>
    /// <returns>The bot, not started.</returns>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static WebApplication Build(
        IReadOnlyDictionary<string, string?> settings,
        string url,
        Action<IServiceCollection>? services = null
    )
    {
        var builder = CreateBuilder([]);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(url);
        return Build(builder, services);
    }

    /// <summary>Builds the bot from the command line, the environment and <c>local.settings.json</c>.</summary>
    /// <param name="args">The command line, such as <c>--urls http://127.0.0.1:8080</c>.</param>
    /// <returns>The bot, not started.</returns>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    internal static WebApplication Build(string[] args)
    {
        var builder = CreateBuilder(args);
        AddConfiguration(builder.Configuration, args);
        return Build(builder, null);
    }

    /// <summary>Reads the configuration for a command that does not listen.</summary>
    internal static IConfiguration ReadConfiguration()
    {
        var builder = new ConfigurationBuilder();
        AddConfiguration(builder, []);
        return builder.Build();
    }

    private static void AddConfiguration(IConfigurationBuilder configuration, string[] args)
    {
        configuration.Sources.Clear();
        LocalSettings.Add(configuration, Directory.GetCurrentDirectory());
        configuration.AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Empty: the slim builder would read appsettings.json and watch the folder, in which the database changes all the time.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });
        builder.Services.AddRoutingCore();
        builder.Logging.AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
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

    private static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? services)
    {
        var settings = BotSettingsReader.Read(builder.Configuration);
        builder.Services.AddBot(settings);
        builder.Services.AddPumps(settings);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapFunctions();
        return app;
    }
}
