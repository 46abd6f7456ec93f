namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>The keys that callers show in <c>x-functions-key</c> or <c>code</c>.</summary>
internal sealed class FunctionKeys
{
    /// <summary>Opens everything, <c>admin</c> functions too.</summary>
    public string? Master { get; init; }

    /// <summary>Opens every function of level <c>function</c>.</summary>
    public string? Host { get; init; }

    /// <summary>Opens the function of that name alone.</summary>
    public IReadOnlyDictionary<string, string> Functions { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
