using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentBot.Approvals;

namespace PaymentBot.Bot.Requests;

/// <summary>How requests and decisions lie in the tables. Fields may be added; names and enum texts stay.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(RequestIdConverter), typeof(ErpIdConverter)]
)]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(Decision))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;

internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class ErpIdConverter : JsonConverter<ErpId>
{
    public override ErpId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, ErpId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
