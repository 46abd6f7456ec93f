using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Jobs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
[JsonSerializable(typeof(JobEnvelope<FanOutJob>))]
[JsonSerializable(typeof(JobEnvelope<DeliveryJob>))]
[JsonSerializable(typeof(JobEnvelope<DecisionJob>))]
internal sealed partial class JobJsonContext : JsonSerializerContext;
