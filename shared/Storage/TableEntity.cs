namespace PaymentBot.Storage;

/// <summary>A row of a table: two keys and a bag of typed properties, as Azure Table Storage has them.</summary>
/// <param name="partitionKey">The partition, 1 to 512 characters out of <c>A-Z a-z 0-9 . _ : - | ~ @</c>.</param>
/// <param name="rowKey">The row within the partition, same alphabet.</param>
public sealed class TableEntity(string partitionKey, string rowKey)
{
    private readonly Dictionary<string, object> _properties = new(StringComparer.Ordinal);
    private List<string>? _removed;

    /// <summary>The partition.</summary>
    public string PartitionKey { get; } = partitionKey;

    /// <summary>The row within the partition; rows of a partition are ordered by it, by code unit.</summary>
    public string RowKey { get; } = rowKey;

    /// <summary>The version of the stored row, or null for a row that was not read from a table.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// The properties by name. A value is a <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="bool"/>,
    /// <see cref="double"/>, <see cref="DateTimeOffset"/>, <see cref="Guid"/> or a byte array.
    /// </summary>
    public IReadOnlyDictionary<string, object> Properties => _properties;

    /// <summary>Sets a property; null removes it.</summary>
    /// <param name="name">The name, 1 to 255 characters, an identifier.</param>
    /// <exception cref="ArgumentException">The value has a type that no table can hold.</exception>
    public object? this[string name]
    {
        get => _properties.GetValueOrDefault(name);
        set => Set(name, value);
    }

    /// <summary>The text of a property, or null when the row has none of that name and type.</summary>
    /// <param name="name">The property's name.</param>
    public string? GetString(string name) => _properties.GetValueOrDefault(name) as string;

    /// <summary>The whole number of a property, or null when the row has none of that name and type.</summary>
    /// <param name="name">The property's name.</param>
    public long? GetInt64(string name) =>
        _properties.GetValueOrDefault(name) switch
        {
            long value => value,
            int value => value,
            _ => null,
        };

    /// <summary>The truth value of a property, or null when the row has none of that name and type.</summary>
    /// <param name="name">The property's name.</param>
    public bool? GetBoolean(string name) => _properties.GetValueOrDefault(name) as bool?;

    /// <summary>The instant of a property, or null when the row has none of that name and type.</summary>
    /// <param name="name">The property's name.</param>
    public DateTimeOffset? GetDateTimeOffset(string name) => _properties.GetValueOrDefault(name) as DateTimeOffset?;

    /// <summary>
    /// Takes over what another row holds and this one does not speak of, neither with a value nor with null: what a newer version of the program has
    /// written stays when an older one changes the row.
    /// </summary>
    /// <param name="origin">The row as it was read, or null for a new one.</param>
    /// <returns>This row.</returns>
    public TableEntity KeepOthersOf(TableEntity? origin)
    {
        foreach (var (name, value) in origin?._properties ?? [])
        {
            if (_removed?.Contains(name) != true)
            {
                _properties.TryAdd(name, value);
            }
        }

        return this;
    }

    private void Set(string name, object? value)
    {
        switch (value)
        {
            case null:
                _properties.Remove(name);
                (_removed ??= []).Add(name);
                break;
            case string or int or long or bool or double or DateTimeOffset or Guid or byte[]:
                _properties[name] = value;
                break;
            default:
                throw new ArgumentException($"A table cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }
}
