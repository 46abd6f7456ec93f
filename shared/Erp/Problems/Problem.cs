using PaymentBot.Erp.Signatures;

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

/// <summary>One kind of error that the ERP's side may be answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable name in lower camel case that a program may act on.</param>
/// <param name="Title">What is wrong, in a few words; equal for every problem of the kind.</param>
/// <param name="Explanation">What is wrong and what to do about it; <c>{0}</c> stands for the problem's argument.</param>
public sealed record ProblemKind(int Status, string Code, ProblemText Title, ProblemText Explanation)
{
    /// <summary>When to try again, sent as <c>Retry-After</c> in whole seconds; null for permanent faults.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A problem of this kind.</summary>
    /// <param name="jsonPointer">The JSON pointer (RFC 6901) of the field at fault, or null when it is none in particular.</param>
    /// <param name="argument">What the explanation mentions, such as a limit; never text from the body.</param>
    public Problem At(string? jsonPointer = null, string? argument = null) => new(this, jsonPointer, argument);
}

/// <summary>One text in every language an error answer has.</summary>
/// <param name="Russian">The text in Russian; <c>{0}</c> stands for the argument.</param>
/// <param name="English">The text in English; <c>{0}</c> stands for the argument.</param>
public sealed record ProblemText(string Russian, string English)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language">The language wanted.</param>
    public string In(ProblemLanguage language) => language == ProblemLanguage.English ? English : Russian;
}

/// <summary>The error answer that belongs to the verdict on a signature.</summary>
public static class WebhookProblems
{
    /// <summary>The problem to answer with, or null when the signature is valid.</summary>
    /// <param name="verdict">What the verifier found.</param>
    public static Problem? ToProblem(this WebhookVerdict verdict) =>
        verdict switch
        {
            WebhookVerdict.Valid => null,
            WebhookVerdict.MissingHeader => ProblemKinds.MissingSignature.At(),
            WebhookVerdict.BadTimestamp => ProblemKinds.InvalidTimestamp.At(),
            WebhookVerdict.StaleTimestamp => ProblemKinds.StaleTimestamp.At(),
            _ => ProblemKinds.InvalidSignature.At(),
        };
}

/// <summary>The languages an error answer has.</summary>
public enum ProblemLanguage
{
    /// <summary>Russian, <c>ru</c>.</summary>
    Russian,

    /// <summary>English, <c>en</c>.</summary>
    English,
}
