using System.Text.Json;

namespace PaymentBot.Tests.Infra;

/// <summary>What one Bicep file declares, as <c>tests/npm/bicep-model.mjs</c> reads it.</summary>
internal sealed record BicepFile(
    string Path,
    string? Using,
    IReadOnlyList<string> Faults,
    IReadOnlyList<BicepFile.Parameter> Parameters,
    IReadOnlyList<BicepFile.Variable> Variables,
    IReadOnlyList<BicepFile.Output> Outputs,
    IReadOnlyList<BicepFile.Resource> Resources,
    IReadOnlyList<BicepFile.Module> Modules,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Calls,
    IReadOnlyList<BicepFile.ModuleOutput> ModuleOutputs,
    IReadOnlyList<string> Strings
)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public JsonElement this[string variable] =>
        Variables.Single(one => string.Equals(one.Name, variable, StringComparison.Ordinal)).Value;

    public Resource Find(string symbol) =>
        Resources.Single(one => string.Equals(one.Symbol, symbol, StringComparison.Ordinal));

    public Resource FindOfType(string type) =>
        Resources.Single(one => string.Equals(one.Type, type, StringComparison.Ordinal));

    public override string ToString() => Name;

    internal sealed record Parameter(
        string Name,
        string Type,
        bool Required,
        JsonElement? Value,
        IReadOnlyDictionary<string, JsonElement> Decorators
    )
    {
        public bool IsSecure => Decorators.ContainsKey("secure");
    }

    internal sealed record Variable(string Name, JsonElement Value);

    internal sealed record Output(string Name, string Expression, IReadOnlyDictionary<string, JsonElement> Decorators);

    internal sealed record Resource(string Symbol, string Type, string ApiVersion, bool Existing, JsonElement Body)
    {
        /// <summary>What it is made with, within its loop and its condition.</summary>
        public JsonElement Inner => BicepValue.Unwrap(Body);
    }

    internal sealed record Module(string Symbol, string Path, JsonElement Body)
    {
        public IReadOnlyDictionary<string, JsonElement> Arguments =>
            Body.GetProperty("params")
                .EnumerateObject()
                .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
    }

    internal sealed record ModuleOutput(string Module, string Output);
}
