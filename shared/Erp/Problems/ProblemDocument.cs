using System.Text.Json.Serialization;

namespace PaymentBot.Erp.Problems;

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
