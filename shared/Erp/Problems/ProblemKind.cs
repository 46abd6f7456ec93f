namespace PaymentBot.Erp.Problems;

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
