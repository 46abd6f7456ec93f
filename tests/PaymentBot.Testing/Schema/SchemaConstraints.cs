namespace PaymentBot.Testing.Schema;

/// <summary>Limits of a value; absent ones are null.</summary>
internal sealed record SchemaConstraints
{
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary><c>chars</c> (code points) or <c>bytes</c> (UTF-8).</summary>
    public string? Unit { get; init; }

    public long? Min { get; init; }

    public long? Max { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }
}
