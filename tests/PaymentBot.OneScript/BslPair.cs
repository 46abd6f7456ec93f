namespace PaymentBot.OneScript;

/// <summary>КлючИЗначение.</summary>
internal sealed class BslPair(object key, object? value) : IBslObject
{
    public string Type => "КлючИЗначение";

    public object? Get(string name) =>
        name.ToUpperInvariant() switch
        {
            "КЛЮЧ" => key,
            "ЗНАЧЕНИЕ" => value,
            _ => throw new BslException($"{Type} has no property {name}."),
        };
}
