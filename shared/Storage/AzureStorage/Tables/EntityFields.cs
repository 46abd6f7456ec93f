namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>The fields of one row while it is read.</summary>
/// <param name="eTag">The row's version, unless a field says it.</param>
internal sealed class EntityFields(string? eTag)
{
    private readonly List<(string Name, EntityValue Value)> _values = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private string? _partitionKey;
    private string? _rowKey;
    private string? _eTag = eTag;

    /// <summary>The mark of the write that made the row, or null for one that somebody else made.</summary>
    public string? Mark { get; private set; }

    /// <summary>Adds what stands in the row about a property's type.</summary>
    public void AddType(string name, string? type) => _types[name] = type ?? "";

    /// <summary>Adds a field.</summary>
    public void Add(string name, EntityValue value)
    {
        switch (name)
        {
            case "PartitionKey":
                _partitionKey = value.Text;
                break;
            case "RowKey":
                _rowKey = value.Text;
                break;
            case "odata.etag":
                _eTag = value.Text;
                break;
            case WriteMark.PropertyName:
                Mark = value.Text;
                break;
            case "Timestamp":
            case "odata.metadata":
                break;
            default:
                _values.Add((name, value));
                break;
        }
    }

    /// <summary>The row.</summary>
    /// <exception cref="FormatException">A key is missing, or a value is none of its type.</exception>
    public TableEntity ToEntity()
    {
        var entity = new TableEntity(
            _partitionKey ?? throw new FormatException("A row has no PartitionKey."),
            _rowKey ?? throw new FormatException("A row has no RowKey.")
        )
        {
            ETag = _eTag,
        };
        foreach (var (name, value) in _values)
        {
            entity[name] = value.ToObject(_types.GetValueOrDefault(name));
        }

        return entity;
    }
}
