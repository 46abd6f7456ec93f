using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration.Json;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Queues;
using PaymentBot.Functions.Settings;

namespace PaymentBot.Functions.Worker;

/// <summary>The home behind the Azure Functions host: an isolated worker, whose functions the host calls.</summary>
internal static class WorkerHome
{
    /// <summary>Runs until the host ends it.</summary>
    /// <param name="args">The command line, which says where the host is.</param>
    /// <returns>The exit code: the host starts no other process after a 0, and asks for it only when it stops itself.</returns>
    /// <exception cref="SettingsException">A setting is missing or wrong; the message says which.</exception>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        KeepEnvironmentOnly(builder.Configuration);
        HostLogging.Add(builder);
        builder.UseMiddleware<InvocationMiddleware>();
        Shape(builder.Services);
        var settings = BotSettingsReader.Read(builder.Configuration, hosted: true);
        builder.Services.AddBot(settings).AddBackgroundWork(settings);
        builder.Services.AddSingleton<IHostedService, WarmUp>().AddSingleton(WorkLimit.OfTheHost);
        await builder.Build().RunAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>No file beside the program changes what it does, or is watched.</summary>
    private static void KeepEnvironmentOnly(ConfigurationManager configuration)
    {
        foreach (var file in configuration.Sources.OfType<JsonConfigurationSource>().ToList())
        {
            configuration.Sources.Remove(file);
        }
    }

    private static void Shape(IServiceCollection services)
    {
        services.PostConfigure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Approvals.Attachment.MaxSendableSize + 1;

            // The worker tells the host its one address. No setting opens another.
            kestrel.ConfigurationLoader = null;
        });

        // Work beside the functions must not end them: only the host ends the process.
        services.Configure<HostOptions>(host =>
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore
        );

        // Comes with MVC, which comes with the integration. Nothing here is protected by it, and it would look for keys before the first call.
        foreach (var needless in services.Where(IsDataProtection).ToList())
        {
            services.Remove(needless);
        }
    }

    private static bool IsDataProtection(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service is { IsKeyedService: false, ImplementationType.Name: "DataProtectionHostedService" };
}
