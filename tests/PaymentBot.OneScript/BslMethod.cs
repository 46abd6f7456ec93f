namespace PaymentBot.OneScript;

/// <summary>A procedure or function of a module.</summary>
internal sealed record BslMethod(
    string Name,
    bool IsFunction,
    bool IsExport,
    IReadOnlyList<BslParameter> Parameters,
    Func<Frame, Flow> Body
)
{
    public bool Takes(int count) =>
        count <= Parameters.Count && Parameters.Skip(count).All(parameter => parameter.Default is not null);

    public override string ToString() =>
        $"{(IsFunction ? "Функция" : "Процедура")} {Name}({string.Join(", ", Parameters.Select(p => p.Name))})";
}
