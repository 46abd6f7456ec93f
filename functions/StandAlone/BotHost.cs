using System.Runtime.InteropServices;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Settings;

namespace PaymentBot.Functions.StandAlone;

/// <summary>The home of a bot that stands alone: it listens for itself, and plays the triggers of queues and clocks with pumps.</summary>
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
        return Assemble(builder, services);
    }

    /// <summary>Serves until a signal ends it, told what to do by the command line, systemd's credentials, the environment and <c>local.settings.json</c>.</summary>
    /// <param name="args">The command line, such as <c>--urls http://127.0.0.1:8080</c>.</param>
    /// <returns>The exit code: 0 only when somebody asked it to end. systemd starts again only what ended with a fault.</returns>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    internal static async Task<int> RunAsync(string[] args)
    {
        var asked = false;
        void Note(PosixSignalContext context) => asked = true;
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Note);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Note);
        var builder = BotWebBuilder.Create(args);
        AddConfiguration(builder.Configuration, args);
        await using var app = Assemble(builder, null);
        await app.RunAsync();
        return asked ? 0 : 1;
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

    private static WebApplication Assemble(WebApplicationBuilder builder, Action<IServiceCollection>? services)
    {
        var settings = BotSettingsReader.Read(builder.Configuration);
        builder.Services.AddBot(settings).AddBackgroundWork(settings);
        builder.Services.AddSingleton<MessageRunner>().AddPumps(settings);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapFunctions();
        return app;
    }
}
