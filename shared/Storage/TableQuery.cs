namespace PaymentBot.Storage;

/// <summary>Which rows of a table to read.</summary>
public sealed record TableQuery
{
    /// <summary>The largest page, in rows, as Azure Table Storage has it.</summary>
    public const int MaxPageSize = 1000;

    private const char LastOfAlphabet = '~';

    /// <summary>The partition; null reads the whole table, which only an operator's command should.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The first row key wanted, inclusive; null for the beginning.</summary>
    public string? FromRowKey { get; init; }

    /// <summary>The row key to stop before, exclusive; null for the end.</summary>
    public string? BeforeRowKey { get; init; }

    /// <summary>The most rows wanted in one page, 1 to <see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = MaxPageSize;

    /// <summary>The rows of one partition.</summary>
    /// <param name="partitionKey">The partition.</param>
    public static TableQuery Partition(string partitionKey) => new() { PartitionKey = partitionKey };

    /// <summary>The rows of one partition whose key starts with <paramref name="prefix"/>.</summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="prefix">The beginning of the row key, not empty.</param>
    public static TableQuery Prefix(string partitionKey, string prefix) =>
        new()
        {
            PartitionKey = partitionKey,
            FromRowKey = prefix,
            BeforeRowKey = After(prefix.TrimEnd(LastOfAlphabet)),
        };

    // No key begins with something between "a~" and "b": a bound that ends with the character behind the last one, which is a control character
    // that no service takes, is never needed.
    private static string? After(string prefix) => prefix.Length == 0 ? null : prefix[..^1] + (char)(prefix[^1] + 1);
}
