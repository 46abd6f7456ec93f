using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>
/// What a row may hold (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model), checked before anything is
/// sent, with the codes that the service would give.
/// </summary>
internal static class EntityLimits
{
    /// <summary>The largest text, in UTF-16 code units: 64 KB.</summary>
    public const int MaxTextLength = 32 * 1024;

    /// <summary>The most bytes in a property.</summary>
    public const int MaxBytesLength = 64 * 1024;

    /// <summary>The largest row, by the service's own reckoning.</summary>
    public const int MaxEntitySize = 1024 * 1024;

    /// <summary>The most properties of a row: 252 less the mark of the write.</summary>
    public const int MaxProperties = 251;

    private const int MaxNameLength = 255;
    private const int EntityOverhead = 4;
    private const int PropertyOverhead = 8;

    private static readonly DateTimeOffset EarliestInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Throws when the service would refuse the row.</summary>
    /// <exception cref="ArgumentException">A property has a name that no table can hold, or the store's own.</exception>
    /// <exception cref="StorageException">The row or a part of it is too large.</exception>
    public static void Require(TableEntity entity)
    {
        if (entity.Properties.Count > MaxProperties)
        {
            throw StorageErrors.TooLarge("TooManyProperties", "A row has at most 251 properties.");
        }

        var size =
            EntityOverhead
            + TextSize(entity.PartitionKey)
            + TextSize(entity.RowKey)
            + PropertySize(WriteMark.PropertyName, "123456789012");
        foreach (var (name, value) in entity.Properties)
        {
            RequireName(name);
            RequireValue(value);
            size += PropertySize(name, value);
        }

        if (size > MaxEntitySize)
        {
            throw StorageErrors.TooLarge("EntityTooLarge", "A row has at most 1 MB.");
        }
    }

    private static void RequireName(string name)
    {
        if (name is not { Length: > 0 and <= MaxNameLength })
        {
            throw new ArgumentException("A property's name is 1 to 255 characters.", nameof(name));
        }

        if (name is "PartitionKey" or "RowKey" or "Timestamp" or WriteMark.PropertyName)
        {
            throw new ArgumentException($"The property {name} belongs to the store.", nameof(name));
        }
    }

    private static void RequireValue(object value)
    {
        switch (value)
        {
            case string { Length: > MaxTextLength }:
                throw StorageErrors.TooLarge("PropertyValueTooLarge", "A text in a row has at most 32,768 characters.");
            case byte[] { Length: > MaxBytesLength }:
                throw StorageErrors.TooLarge("PropertyValueTooLarge", "Bytes in a row are at most 65,536.");
            case DateTimeOffset instant when instant < EarliestInstant:
                throw StorageErrors.TooLarge("OutOfRangeInput", "An instant in a row is not before the year 1601.");
        }
    }

    private static int PropertySize(string name, object value) =>
        PropertyOverhead
        + TextSize(name)
        + value switch
        {
            string text => 4 + TextSize(text),
            byte[] bytes => 4 + bytes.Length,
            bool => 1,
            int => 4,
            Guid => 16,
            _ => 8,
        };

    private static int TextSize(string text) => 2 * text.Length;
}
