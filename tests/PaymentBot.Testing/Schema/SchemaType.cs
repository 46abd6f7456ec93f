namespace PaymentBot.Testing.Schema;

/// <summary>A method with its parameters, a type with its members, or a union with its subtypes.</summary>
internal sealed record SchemaType
{
    public required string Name { get; init; }

    public IReadOnlyList<SchemaField>? Fields { get; init; }

    public IReadOnlyList<string>? Subtypes { get; init; }
}
