using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PaymentBot.Bot.Jobs;

namespace PaymentBot.Functions.Observability;

/// <summary>
/// Sends traces and metrics to an OTLP collector, set up by OpenTelemetry's own environment variables
/// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). Only made when there is a collector; otherwise no library of it
/// is loaded.
/// </summary>
/// <param name="configuration">Where the variables are.</param>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedLifecycleService, IDisposable
{
    private const string ServiceName = "paymentbot";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // The socket is open by now: a host that waits for it does not wait for this.
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddSource(FunctionActivity.SourceName, "PaymentBot.Telegram", "System.Net.Http")
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddMeter("Microsoft.AspNetCore.Hosting", "System.Net.Http")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Sends what is left.
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>OTEL_SERVICE_NAME, read after this, wins.</summary>
    private static void Describe(ResourceBuilder resource) =>
        resource.AddService(ServiceName).AddEnvironmentVariableDetector();
}
