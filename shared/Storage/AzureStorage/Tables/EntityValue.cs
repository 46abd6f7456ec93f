using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>A value as it stands in JSON; what it means depends on the type beside it, which may come first or later.</summary>
/// <param name="Token">Its kind.</param>
/// <param name="Text">Its text; of a number its digits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntityValue(JsonTokenType Token, string Text)
{
    /// <summary>Reads the value the reader stands on.</summary>
    public static EntityValue Read(ref Utf8JsonReader reader) =>
        new(
            reader.TokenType,
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!, // A string token has a text.
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => "",
            }
        );

    /// <summary>The value as a row has it, or null for none.</summary>
    /// <param name="type">The type beside it, or null.</param>
    /// <exception cref="FormatException">The value is none of that type.</exception>
    public object? ToObject(string? type) =>
        Token switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => ToNumber(type),
            JsonTokenType.String => ToTyped(type),
            _ => null,
        };

    private object ToTyped(string? type) =>
        type switch
        {
            "Edm.Int64" => long.Parse(Text, CultureInfo.InvariantCulture),
            "Edm.Int32" => int.Parse(Text, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(Text, CultureInfo.InvariantCulture),
            "Edm.DateTime" => DateTimeOffset.Parse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            "Edm.Guid" => Guid.Parse(Text),
            "Edm.Binary" => Convert.FromBase64String(Text),
            _ => Text,
        };

    private object ToNumber(string? type)
    {
        var isDouble = type is "Edm.Double" || Text.AsSpan().ContainsAny('.', 'e', 'E');
        if (isDouble || !long.TryParse(Text, CultureInfo.InvariantCulture, out var number))
        {
            return double.Parse(Text, CultureInfo.InvariantCulture);
        }

        // Without the cast both branches would be long.
        return type is not "Edm.Int64" && number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number;
    }
}
