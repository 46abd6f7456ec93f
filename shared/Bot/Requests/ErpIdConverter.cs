using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentBot.Approvals;

namespace PaymentBot.Bot.Requests;

internal sealed class ErpIdConverter : JsonConverter<ErpId>
{
    public override ErpId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, ErpId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
