using System.Text.Json;

namespace PaymentBot.OneScript;

/// <summary>ЧтениеJSON, into a Соответствие.</summary>
internal sealed class BslJsonReader : IBslObject
{
    private string _text = string.Empty;

    public string Type => "ЧтениеJSON";

    public object? Call(string name, object?[] arguments)
    {
        switch (name.ToUpperInvariant())
        {
            case "УСТАНОВИТЬСТРОКУ":
                _text = BslOperators.Text(arguments[0]);
                return null;
            case "ЗАКРЫТЬ":
                return null;
            default:
                throw new BslException($"{Type} has no method {name}.");
        }
    }

    public object? ReadAll(bool asMap)
    {
        if (!asMap)
        {
            throw new BslException("A Структура cannot hold every JSON name: read into a Соответствие.");
        }

        using var document = JsonDocument.Parse(_text);
        return Value(document.RootElement);
    }

    private static object? Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Map(element),
            JsonValueKind.Array => new List<object?>(element.EnumerateArray().Select(Value)),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static BslMap Map(JsonElement element)
    {
        var map = new BslMap();
        foreach (var property in element.EnumerateObject())
        {
            map[property.Name] = Value(property.Value);
        }

        return map;
    }
}
