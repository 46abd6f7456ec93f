namespace PaymentBot.Erp.Problems;

/// <summary>One error as a value: what is wrong, where, and what to do. Holds no text of the body that caused it.</summary>
/// <param name="Kind">The kind of error, from <see cref="ProblemKinds"/>.</param>
/// <param name="JsonPointer">The JSON pointer (RFC 6901) of the field at fault, or null.</param>
/// <param name="Argument">What the explanation mentions, such as a limit, or null.</param>
public sealed record Problem(ProblemKind Kind, string? JsonPointer = null, string? Argument = null)
{
    /// <summary>The HTTP status.</summary>
    public int Status => Kind.Status;

    /// <summary>The stable name, such as <c>missingField</c>.</summary>
    public string Code => Kind.Code;

    /// <summary>The explanation with the place of the fault.</summary>
    /// <param name="language">The language wanted.</param>
    public string Detail(ProblemLanguage language)
    {
        var text = Kind.Explanation.In(language).Replace("{0}", Argument, StringComparison.Ordinal);
        if (string.IsNullOrEmpty(JsonPointer))
        {
            return text;
        }

        return language == ProblemLanguage.English ? $"{text} Field: {JsonPointer}" : $"{text} Поле: {JsonPointer}";
    }

    /// <summary>The code and the place, fit for a log.</summary>
    public override string ToString() => $"{Status} {Code} {JsonPointer}".TrimEnd();
}
