namespace PaymentBot.Testing.Schema;

/// <summary>What the checks of one request share: its files, the parts it refers to, and what was found wrong.</summary>
internal sealed class ValidationRun(IReadOnlyDictionary<string, UploadedFile> files)
{
    private readonly HashSet<string> _usedParts = new(StringComparer.Ordinal);

    public List<string> Violations { get; } = [];

    public void Add(string path, string violation) => Violations.Add($"{path}: {violation}");

    public bool HasFile(string part) => files.ContainsKey(part);

    public void Use(string part) => _usedParts.Add(part);

    /// <summary>A run of its own, to be merged or forgotten.</summary>
    public ValidationRun Trial() => new(files);

    public void Merge(ValidationRun trial)
    {
        Violations.AddRange(trial.Violations);
        _usedParts.UnionWith(trial._usedParts);
    }

    public IEnumerable<string> UnusedParts => files.Keys.Where(part => !_usedParts.Contains(part));
}
