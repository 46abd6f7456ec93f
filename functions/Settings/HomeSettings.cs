using PaymentBot.Bot.Settings;
using PaymentBot.Storage.AzureStorage;

namespace PaymentBot.Functions.Settings;

/// <summary>The whole configuration: what the application is told, where its state lies, and who hears of its traces.</summary>
internal sealed class HomeSettings : BotSettings
{
    /// <summary>The section <c>Storage</c>.</summary>
    public required StorageSettings Storage { get; init; }

    /// <summary>The parsed <c>AzureWebJobsStorage</c>; null unless <see cref="StorageProvider.AzureStorage" /> holds the state.</summary>
    public required AzureStorageOptions? AzureStorage { get; init; }

    /// <summary>The parsed <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: where traces and metrics go; null when they go nowhere.</summary>
    public required Uri? OtlpEndpoint { get; init; }
}
