namespace PaymentBot.OneScript;

/// <summary>A value with members.</summary>
internal interface IBslObject
{
    string Type { get; }

    object? Get(string name) => throw new BslException($"{Type} has no property {name}.");

    void Set(string name, object? value) => throw new BslException($"{Type} has no property {name} to set.");

    object? Call(string name, object?[] arguments) => throw new BslException($"{Type} has no method {name}.");
}
