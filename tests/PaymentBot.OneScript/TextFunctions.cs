using System.Globalization;
using static PaymentBot.OneScript.BslOperators;

namespace PaymentBot.OneScript;

/// <summary>Functions of strings. Places count from 1.</summary>
internal static class TextFunctions
{
    public static Dictionary<string, Func<object?[], object?>> All { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["СтрДлина"] = a => (decimal)Text(a[0]).Length,
            ["СтрНайти"] = a => (decimal)(Text(a[0]).IndexOf(Text(a[1]), StringComparison.Ordinal) + 1),
            ["СтрНачинаетсяС"] = a => Text(a[0]).StartsWith(Text(a[1]), StringComparison.Ordinal),
            ["СтрЗаменить"] = a => Text(a[0]).Replace(Text(a[1]), Text(a[2]), StringComparison.Ordinal),
            ["СтрСоединить"] = a => string.Join(Text(a[1]), ((List<object?>)a[0]!).Select(Text)),
            ["СтрРазделить"] = Split,
            ["ПустаяСтрока"] = a => string.IsNullOrWhiteSpace(Text(a[0])),
            ["Лев"] = a => Left(Text(a[0]), (int)Number(a[1])),
            ["Прав"] = a => Right(Text(a[0]), (int)Number(a[1])),
            ["Сред"] = Middle,
            ["СокрЛП"] = a => Text(a[0]).Trim(),
            ["СокрЛ"] = a => Text(a[0]).TrimStart(),
            ["СокрП"] = a => Text(a[0]).TrimEnd(),
            ["НРег"] = a => Text(a[0]).ToLowerInvariant(),
            ["ВРег"] = a => Text(a[0]).ToUpperInvariant(),
            ["КодСимвола"] = a => Code(a),
            ["Символ"] = a => ((char)Number(a[0])).ToString(),
            ["КодироватьСтроку"] = a => Uri.EscapeDataString(Text(a[0])),
            ["Число"] = a => decimal.Parse(Text(a[0]), NumberStyles.Number, CultureInfo.InvariantCulture),
        };

    private static List<object?> Split(object?[] arguments)
    {
        var keepEmpty = arguments.ElementAtOrDefault(2) is not false;
        var parts = Text(arguments[0]).Split(Text(arguments[1]).ToCharArray());
        return [.. parts.Where(part => keepEmpty || part.Length > 0)];
    }

    private static string Left(string text, int count) => text[..Math.Clamp(count, 0, text.Length)];

    private static string Right(string text, int count) => text[^Math.Clamp(count, 0, text.Length)..];

    private static string Middle(object?[] arguments)
    {
        var text = Text(arguments[0]);
        var from = Math.Clamp((int)Number(arguments[1]) - 1, 0, text.Length);
        return arguments.Length < 3 ? text[from..] : Left(text[from..], (int)Number(arguments[2]));
    }

    private static decimal Code(object?[] arguments)
    {
        var text = Text(arguments[0]);
        var at = arguments.Length < 2 ? 0 : (int)Number(arguments[1]) - 1;
        return at >= 0 && at < text.Length ? (decimal)text[at] : throw new BslException("There is no such character.");
    }
}
