using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage;

/// <summary>The three services of an account.</summary>
/// <param name="Tables">Tables.</param>
/// <param name="Queues">Queues.</param>
/// <param name="Blobs">Blobs.</param>
/// <param name="Counter">Counts what all three are asked.</param>
internal sealed record StorageServices(
    StorageService Tables,
    StorageService Queues,
    StorageService Blobs,
    StorageOperationCounter Counter
);
