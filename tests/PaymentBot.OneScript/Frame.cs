namespace PaymentBot.OneScript;

/// <summary>One call of a method: its variables and what it returns.</summary>
internal sealed class Frame(BslModule module)
{
    public BslModule Module => module;

    public Dictionary<string, object?> Variables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public object? Result { get; set; }

    /// <summary>The exception that is being handled, or null.</summary>
    public Exception? Caught { get; set; }

    public object? Read(string name)
    {
        if (Variables.TryGetValue(name, out var value) || module.Variables.TryGetValue(name, out value))
        {
            return value;
        }

        throw new BslException($"{module.Name}: {name} has no value.");
    }

    public void Write(string name, object? value) =>
        (!Variables.ContainsKey(name) && module.Variables.ContainsKey(name) ? module.Variables : Variables)[name] =
            value;
}
