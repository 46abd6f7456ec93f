using System.Text.Json.Serialization;
using PaymentBot.Erp.People;

namespace PaymentBot.Bot.People;

/// <summary>How lists lie in a person's row. Fields may be added; names stay.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ApprovalLimit>))]
[JsonSerializable(typeof(IReadOnlyList<Absence>))]
internal sealed partial class IdentityJsonContext : JsonSerializerContext;
