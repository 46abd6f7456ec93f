using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentBot.OneScript;

namespace PaymentBot.Tests.OneC;

/// <summary>A document of the case list as the sample's modules hold it.</summary>
internal static class SampleDocument
{
    private static readonly string[] Dates = ["Дата", "ЖелательнаяДата", "Срок", "Когда"];

    public static BslStructure Of(string name) => (BslStructure)Value(string.Empty, CaseList.Document(name))!;

    private static object? Value(string key, JsonNode? node) =>
        node switch
        {
            JsonObject fields => Structure(fields),
            JsonArray list => new List<object?>(list.Select(item => Value(key, item))),
            JsonValue value => Scalar(key, value),
            _ => null,
        };

    private static object Scalar(string key, JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String when Dates.Contains(key) => BslOperators.Date((string)value!),
            JsonValueKind.String when key == "Сумма" => decimal.Parse(
                (string)value!,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            JsonValueKind.String => (string)value!,
            JsonValueKind.Number => (decimal)value,
            _ => (bool)value,
        };

    private static BslStructure Structure(JsonObject fields)
    {
        var structure = new BslStructure();
        foreach (var (name, value) in fields)
        {
            structure.Insert(name, Value(name, value));
        }

        return structure;
    }
}
