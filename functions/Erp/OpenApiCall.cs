namespace PaymentBot.Functions.Erp;

/// <summary>One call of the contract.</summary>
/// <param name="Path">Its address, with names in braces.</param>
/// <param name="Method">Its method in lower case.</param>
/// <param name="Summary">What it is for.</param>
internal sealed record OpenApiCall(string Path, string Method, string Summary)
{
    /// <summary>The parameters of the query, with their meaning.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The media type of the body, or null when there is none.</summary>
    public string? BodyType { get; init; }

    /// <summary>The name of the body's schema, or null.</summary>
    public string? BodySchema { get; init; }

    /// <summary>The good answers by status, with the name of the schema or null for an empty one.</summary>
    public required IReadOnlyDictionary<int, string?> Answers { get; init; }
}
