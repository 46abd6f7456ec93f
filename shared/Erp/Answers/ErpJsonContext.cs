using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Answers;

/// <summary>How the answers to the ERP become JSON: camelCase, instants as whole seconds in UTC, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter)]
)]
[JsonSerializable(typeof(NotifyAnswer))]
[JsonSerializable(typeof(RequestStateAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(AckAnswer))]
[JsonSerializable(typeof(ProblemDocument))]
public sealed partial class ErpJsonContext : JsonSerializerContext
{
    /// <summary>
    /// The context to answer with: Cyrillic stays readable instead of becoming <c>\u0430</c>. The bodies are JSON and never
    /// embedded in HTML, so the relaxed escaping is safe.
    /// </summary>
    public static ErpJsonContext Readable => ReadableHolder.Instance;

    /// <summary>A class of its own, because the order of static initialisers across partial files is not defined.</summary>
    private static class ReadableHolder
    {
        public static readonly ErpJsonContext Instance = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
