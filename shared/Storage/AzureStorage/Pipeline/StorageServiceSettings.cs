using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>What a <see cref="StorageService"/> is made of.</summary>
internal sealed class StorageServiceSettings
{
    /// <summary>Where the service is.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The version of the interface, as <c>x-ms-version</c> has it.</summary>
    public required string Version { get; init; }

    /// <summary>Signs and sends one attempt.</summary>
    public required HttpPipeline Pipeline { get; init; }

    /// <summary>Counts attempts.</summary>
    public required StorageOperationCounter Counter { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public required TimeSpan AttemptTimeout { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Is told of failures in passing.</summary>
    public required ILogger Logger { get; init; }
}
