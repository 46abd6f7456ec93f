using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
        JsonSerializer.SerializeToUtf8Bytes(Document(problem, language), ProblemJsonContext.Readable.ProblemDocument);
}

/// <summary>A problem as it goes over the wire (RFC 9457), with a code, a pointer and both languages.</summary>
/// <param name="Type"><c>urn:paymentbot:problem:</c> and the code.</param>
/// <param name="Title">What is wrong, in the negotiated language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">The explanation in the negotiated language.</param>
/// <param name="Code">The stable name in lower camel case.</param>
/// <param name="JsonPointer">The JSON pointer of the field at fault; left out when null.</param>
/// <param name="Ru">The explanation in Russian.</param>
/// <param name="En">The explanation in English.</param>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonPropertyName("pointer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string? JsonPointer,
    string Ru,
    string En
);

/// <summary>How problems become JSON: camelCase, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemDocument))]
public sealed partial class ProblemJsonContext : JsonSerializerContext
{
    /// <summary>The context to answer with: Cyrillic stays readable; the bodies are never embedded in HTML, so the relaxed escaping is safe.</summary>
    public static ProblemJsonContext Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
