using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Observability;
using PaymentBot.Functions.Settings;

namespace PaymentBot.Functions.Hosting;

/// <summary>
/// Builds the bot for either home: alone, where it listens for itself and plays the triggers with pumps, or behind the Functions host, which calls it for every
/// trigger.
/// </summary>
public static class BotHost
{
    /// <summary>Builds a bot that stands alone from given settings only, as the sandbox and the tests need it.</summary>
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
        var builder = BotWebBuilder.Create([]);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(url);
        return BuildAlone(builder, services);
    }

    /// <summary>Builds a bot behind the Functions host from given settings only, as tests need it.</summary>
    /// <param name="settings">The settings, <c>:</c> between section and name.</param>
    /// <param name="port">Where the host calls it, 1 to 65535.</param>
    /// <param name="services">Changes the services, or null.</param>
    /// <returns>The bot, not started.</returns>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static WebApplication BuildHosted(
        IReadOnlyDictionary<string, string?> settings,
        int port,
        Action<IServiceCollection>? services = null
    )
    {
        var builder = BotWebBuilder.Create([]);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        return BuildHosted(builder, port, services);
    }

    /// <summary>Builds the bot from the command line, systemd's credentials, the environment and <c>local.settings.json</c>.</summary>
    /// <param name="args">The command line, such as <c>--urls http://127.0.0.1:8080</c>.</param>
    /// <returns>The bot, not started.</returns>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    internal static WebApplication Build(string[] args)
    {
        if (HostedMode.ReadPort() is { } port)
        {
            var hosted = BotWebBuilder.Create([]);
            hosted.Configuration.Sources.Clear();
            hosted.Configuration.AddEnvironmentVariables();
            return BuildHosted(hosted, port, null);
        }

        var builder = BotWebBuilder.Create(args);
        AddConfiguration(builder.Configuration, args);
        return BuildAlone(builder, null);
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
        configuration.AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_");
        CredentialFiles.Add(configuration);
        configuration.AddCommandLine(args);
    }

    private static WebApplication BuildAlone(WebApplicationBuilder builder, Action<IServiceCollection>? services)
    {
        var settings = BotSettingsReader.Read(builder.Configuration);
        builder.Services.AddBot(settings);
        builder.Services.AddHostedService<ProfileKeeper>();
        builder.Services.AddHostedService<OutboxStart>();
        builder.Services.AddPumps(settings);
        var app = Build(builder, settings, services);
        app.UseRequestActivity();
        app.MapFunctions();
        return app;
    }

    private static WebApplication BuildHosted(
        WebApplicationBuilder builder,
        int port,
        Action<IServiceCollection>? services
    )
    {
        builder.ListenToHost(port);
        var settings = BotSettingsReader.Read(builder.Configuration, hosted: true);
        builder.Services.AddBot(settings);
        builder.Services.AddSingleton<IHostedService, WarmUp>();
        builder.Services.AddHostedService<ProfileKeeper>();
        builder.Services.AddHostedService<OutboxStart>();
        var app = Build(builder, settings, services);
        app.UseInvocationLogging();
        app.UseRequestActivity();
        app.MapFunctions();
        app.MapHost();
        return app;
    }

    private static WebApplication Build(
        WebApplicationBuilder builder,
        HomeSettings settings,
        Action<IServiceCollection>? services
    )
    {
        if (settings.OtlpEndpoint is not null)
        {
            builder.Services.AddSingleton<IHostedService, OtlpExport>();
        }

        services?.Invoke(builder.Services);
        return builder.Build();
    }

    private static void UseRequestActivity(this WebApplication app) =>
        app.Use(next =>
            new RequestActivity(next, app.Services.GetRequiredService<ILogger<RequestActivity>>()).InvokeAsync
        );

    private static void UseInvocationLogging(this WebApplication app) =>
        app.Use(next =>
            new InvocationLogging(next, app.Services.GetRequiredService<ILogger<InvocationLogging>>()).InvokeAsync
        );
}
