using System.Globalization;
using System.Xml;
using static PaymentBot.OneScript.BslOperators;

namespace PaymentBot.OneScript;

/// <summary>Functions of numbers, dates, types and errors.</summary>
internal static class ValueFunctions
{
    public static Dictionary<string, Func<object?[], object?>> All { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Цел"] = a => decimal.Truncate(Number(a[0])),
            ["Окр"] = a => Math.Round(Number(a[0]), (int)Number(a[1]), MidpointRounding.AwayFromZero),
            ["Мин"] = a => a.Min(Number),
            ["Макс"] = a => a.Max(Number),
            ["ПобитовоеИсключительноеИли"] = a => (decimal)((long)Number(a[0]) ^ (long)Number(a[1])),
            ["ПобитовоеИли"] = a => (decimal)((long)Number(a[0]) | (long)Number(a[1])),
            ["Дата"] = a => Date(Text(a[0])),
            ["НачалоДня"] = a => Moment(a[0]).Date,
            ["ТипЗнч"] = a => new BslType(BslTypes.Of(a[0])),
            ["Тип"] = a => new BslType(Text(a[0])),
            ["XMLСтрока"] = a => Xml(a[0]),
            ["Строка"] = a => a[0] is Guid guid ? guid.ToString() : Text(a[0]),
            ["ЗначениеЗаполнено"] = a => a[0] is not (null or "" or 0m) && !Equals(a[0], DateTime.MinValue),
            ["ПодробноеПредставлениеОшибки"] = a => ((Exception)a[0]!).Message,
            ["КраткоеПредставлениеОшибки"] = a => ((Exception)a[0]!).Message,
        };

    private static string Xml(object? value) =>
        value switch
        {
            null => string.Empty,
            string text => text,
            bool truth => truth ? "true" : "false",
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            DateTime moment => XmlConvert.ToString(moment, XmlDateTimeSerializationMode.Unspecified),
            _ => throw new BslException($"{BslTypes.Of(value)} has no XML form here."),
        };
}
