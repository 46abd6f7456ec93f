namespace PaymentBot.OneScript;

/// <summary>Соответствие, in the order of insertion.</summary>
internal sealed class BslMap : IBslObject
{
    private readonly OrderedDictionary<object, object?> _values = [];

    public string Type => "Соответствие";

    public IEnumerable<object?> Pairs => [.. _values.Select(pair => new BslPair(pair.Key, pair.Value))];

    public object? this[object key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    public IEnumerable<KeyValuePair<object, object?>> Entries => _values;

    public object? Call(string name, object?[] arguments)
    {
        switch (name.ToUpperInvariant())
        {
            case "ПОЛУЧИТЬ":
                return this[arguments[0]!];
            case "ВСТАВИТЬ":
                this[arguments[0]!] = arguments.ElementAtOrDefault(1);
                return null;
            case "УДАЛИТЬ":
                _values.Remove(arguments[0]!);
                return null;
            case "КОЛИЧЕСТВО":
                return (decimal)_values.Count;
            default:
                throw new BslException($"{Type} has no method {name}.");
        }
    }
}
