namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>The names of the queues at the service.</summary>
internal static class QueueNames
{
    private static readonly string[] Names = [.. Enum.GetNames<QueueName>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] PoisonNames = [.. Names.Select(name => name + "-poison")];

    /// <summary>The queue itself.</summary>
    public static string Of(QueueName queue) => Names[(int)queue];

    /// <summary>Where the Functions host puts what was given up, and so do we.</summary>
    public static string PoisonOf(QueueName queue) => PoisonNames[(int)queue];

    /// <summary>Whether an error says that there is no such queue: it is empty, and made by the first message.</summary>
    public static bool IsMissing(StorageException exception) =>
        exception.Status == 404 && string.Equals(exception.ErrorCode, "QueueNotFound", StringComparison.Ordinal);
}
