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
