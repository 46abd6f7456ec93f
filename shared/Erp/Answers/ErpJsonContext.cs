using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Answers;

/// <summary>How the answers to the ERP become JSON: camelCase, instants as whole seconds in UTC, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter), typeof(CamelCaseEnumConverter<UnreachableReason>)]
)]
[JsonSerializable(typeof(NotifyAnswer))]
[JsonSerializable(typeof(RequestStateAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(AckAnswer))]
public sealed partial class ErpJsonContext : JsonSerializerContext
{
    /// <summary>
    /// The context to answer with: Cyrillic stays readable instead of becoming <c>\u0430</c>. The bodies are JSON and never
    /// embedded in HTML, so the relaxed escaping is safe.
    /// </summary>
    public static ErpJsonContext Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}

/// <summary>Writes an enum by its name in lower camel case; numbers are refused when reading.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;

/// <summary>Writes an instant as <c>2026-11-22T06:15:00Z</c>: whole seconds in UTC, which every version of 1C can read.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Text(DateTimeOffset value) => value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));
}
