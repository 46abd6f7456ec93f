using System.Text.Json;
using PaymentBot.Erp.Answers;

namespace PaymentBot.Erp.Problems;

/// <summary>Turns a problem into the body of an error answer (https://www.rfc-editor.org/rfc/rfc9457).</summary>
public static class ProblemJson
{
    /// <summary>The content type of the body.</summary>
    public const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>The document of a problem.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="language">The language of <c>title</c> and <c>detail</c>; <c>ru</c> and <c>en</c> are always there.</param>
    public static ProblemDocument Document(Problem problem, ProblemLanguage language) =>
        new(
            $"urn:paymentbot:problem:{problem.Code}",
            problem.Kind.Title.In(language),
            problem.Status,
            problem.Detail(language),
            problem.Code,
            problem.JsonPointer,
            problem.Detail(ProblemLanguage.Russian),
            problem.Detail(ProblemLanguage.English)
        );

    /// <summary>The body in UTF-8.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="language">The language of <c>title</c> and <c>detail</c>.</param>
    public static byte[] Write(Problem problem, ProblemLanguage language) =>
        JsonSerializer.SerializeToUtf8Bytes(Document(problem, language), ErpJsonContext.Readable.ProblemDocument);
}
