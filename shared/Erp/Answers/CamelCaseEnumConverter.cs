using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentBot.Erp.Answers;

/// <summary>Writes an enum by its name in lower camel case; numbers are refused when reading.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
