namespace PaymentBot.OneScript;

/// <summary>The members of values.</summary>
internal static class BslValues
{
    public static IEnumerable<object?> Items(object? collection) =>
        collection switch
        {
            List<object?> list => [.. list],
            BslMap map => map.Pairs,
            BslStructure structure => structure.Pairs,
            _ => throw new BslException($"{BslTypes.Of(collection)} cannot be walked through."),
        };

    public static object? At(object? owner, object? index) =>
        owner switch
        {
            List<object?> list => list[Place(index, list.Count)],
            BslBuffer buffer => (decimal)buffer.Bytes[Place(index, buffer.Bytes.Length)],
            BslMap map => map[index!],
            _ => throw new BslException($"{BslTypes.Of(owner)} has no index."),
        };

    public static void Put(object? owner, object? index, object? value)
    {
        switch (owner)
        {
            case List<object?> list:
                list[Place(index, list.Count)] = value;
                break;
            case BslBuffer buffer:
                buffer.Bytes[Place(index, buffer.Bytes.Length)] = (byte)BslOperators.Number(value);
                break;
            default:
                throw new BslException($"{BslTypes.Of(owner)} has no index to set.");
        }
    }

    public static object? Get(object? owner, string name) => Own(owner, name).Get(name);

    public static void Set(object? owner, string name, object? value) => Own(owner, name).Set(name, value);

    public static object? Call(object? owner, string name, object?[] arguments) =>
        owner switch
        {
            List<object?> list => CallList(list, name, arguments),
            byte[] bytes when string.Equals(name, "Размер", StringComparison.OrdinalIgnoreCase) => (decimal)
                bytes.Length,
            _ => Own(owner, name).Call(name, arguments),
        };

    private static decimal? CallList(List<object?> list, string name, object?[] arguments)
    {
        switch (name.ToUpperInvariant())
        {
            case "ДОБАВИТЬ":
                list.Add(arguments.ElementAtOrDefault(0));
                return null;
            case "УДАЛИТЬ":
                list.RemoveAt(Place(arguments[0], list.Count));
                return null;
            case "КОЛИЧЕСТВО":
                return list.Count;
            case "ВГРАНИЦА":
                return list.Count - 1;
            case "НАЙТИ":
                var found = list.FindIndex(item => BslOperators.Same(item, arguments[0]));
                return found < 0 ? null : found;
            default:
                throw new BslException($"Массив has no method {name}.");
        }
    }

    private static IBslObject Own(object? owner, string name) =>
        owner as IBslObject ?? throw new BslException($"{BslTypes.Of(owner)} has no member {name}.");

    private static int Place(object? index, int count)
    {
        var place = (int)BslOperators.Number(index);
        return place >= 0 && place < count ? place : throw new BslException("The index is out of range.");
    }
}
