namespace PaymentBot.OneScript;

/// <summary>The names known while one method is read.</summary>
internal sealed class BslScope(IEnumerable<BslParameter> parameters)
{
    private readonly Dictionary<string, BslParameter> _parameters = parameters.ToDictionary(
        parameter => parameter.Name,
        StringComparer.OrdinalIgnoreCase
    );

    private readonly HashSet<string> _assigned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names read before anything was known of them, to be looked at once the whole module was read.</summary>
    public List<BslUse> Unknown { get; } = [];

    public bool Knows(string name) => _parameters.ContainsKey(name) || _assigned.Contains(name);

    public void Assign(string name) => _assigned.Add(name);

    /// <summary>Whether an assignment would reach the caller's variable.</summary>
    public bool IsByReference(string name) => _parameters.TryGetValue(name, out var parameter) && !parameter.ByValue;
}
