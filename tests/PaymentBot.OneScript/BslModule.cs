namespace PaymentBot.OneScript;

/// <summary>A source that was read: its methods, its variables, and what it leans on.</summary>
internal sealed class BslModule(string name)
{
    public string Name => name;

    public Dictionary<string, BslMethod> Methods { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, object?> Variables { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Calls without a point before them that no method of this module answers.</summary>
    public List<BslUse> Calls { get; } = [];

    /// <summary>Names that nothing here assigns: modules, enumerations, and what the platform has of its own.</summary>
    public List<BslUse> Globals { get; } = [];

    /// <summary>Types made by Новый.</summary>
    public List<BslUse> Types { get; } = [];

    /// <summary>Parameters that are assigned without Знач: the caller's variable would change behind its back.</summary>
    public List<BslUse> ChangedParameters { get; } = [];

    public Func<Frame, Flow> Body { get; set; } = _ => Flow.Next;
}
