namespace PaymentBot.OneScript;

/// <summary>Структура, in the order of insertion.</summary>
internal sealed class BslStructure : IBslObject
{
    private readonly OrderedDictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);

    public string Type => "Структура";

    public IEnumerable<object?> Pairs => [.. _values.Select(pair => new BslPair(pair.Key, pair.Value))];

    public IEnumerable<KeyValuePair<string, object?>> Entries => _values;

    public static BslStructure Of(object?[] arguments)
    {
        var structure = new BslStructure();
        var keys =
            arguments.Length == 0 ? [] : BslOperators.Text(arguments[0]).Split(',', StringSplitOptions.TrimEntries);
        for (var i = 0; i < keys.Length; i++)
        {
            structure.Insert(keys[i], arguments.ElementAtOrDefault(i + 1));
        }

        return structure;
    }

    public void Insert(string key, object? value)
    {
        if (key.Length == 0 || !key.All(c => char.IsLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(key[0]))
        {
            throw new BslException($"'{key}' cannot be the key of a Структура.");
        }

        _values[key] = value;
    }

    public object? Get(string name) =>
        _values.TryGetValue(name, out var value) ? value : throw new BslException($"{Type} has no key {name}.");

    public void Set(string name, object? value)
    {
        if (!_values.ContainsKey(name))
        {
            throw new BslException($"{Type} has no key {name} to set.");
        }

        _values[name] = value;
    }

    public object? Call(string name, object?[] arguments)
    {
        switch (name.ToUpperInvariant())
        {
            case "ВСТАВИТЬ":
                Insert(BslOperators.Text(arguments[0]), arguments.ElementAtOrDefault(1));
                return null;
            case "СВОЙСТВО":
                return _values.ContainsKey(BslOperators.Text(arguments[0]));
            case "КОЛИЧЕСТВО":
                return (decimal)_values.Count;
            default:
                throw new BslException($"{Type} has no method {name}.");
        }
    }
}
