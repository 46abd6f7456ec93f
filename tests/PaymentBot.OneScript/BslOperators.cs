using System.Globalization;

namespace PaymentBot.OneScript;

/// <summary>
/// What signs do. Stricter than 1C where 1C would surprise: a number is never glued to a string, because the platform would
/// write it with a space between thousands.
/// </summary>
internal static class BslOperators
{
    private const string Format = "yyyyMMddHHmmss";

    public static Dictionary<string, object?> Constants { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Истина"] = true,
            ["Ложь"] = false,
            ["Неопределено"] = null,
            ["NULL"] = DBNull.Value,
        };

    private static readonly Dictionary<string, Func<object?, object?, object?>> Signs = new(StringComparer.Ordinal)
    {
        ["="] = (left, right) => Same(left, right),
        ["<>"] = (left, right) => !Same(left, right),
        ["<"] = (left, right) => Compare(left, right) < 0,
        ["<="] = (left, right) => Compare(left, right) <= 0,
        [">"] = (left, right) => Compare(left, right) > 0,
        [">="] = (left, right) => Compare(left, right) >= 0,
        ["+"] = Add,
        ["-"] = Subtract,
        ["*"] = (left, right) => Number(left) * Number(right),
        ["/"] = (left, right) => Number(left) / Number(right),
        ["%"] = (left, right) => Number(left) % Number(right),
    };

    public static Func<object?, object?, object?> Of(string sign) => Signs[sign];

    public static bool Truth(object? value) =>
        value is bool truth ? truth : throw new BslException($"Булево expected, {BslTypes.Of(value)} found.");

    public static decimal Number(object? value) =>
        value is decimal number ? number : throw new BslException($"Число expected, {BslTypes.Of(value)} found.");

    public static string Text(object? value) =>
        value is string text ? text : throw new BslException($"Строка expected, {BslTypes.Of(value)} found.");

    public static DateTime Moment(object? value) =>
        value is DateTime moment ? moment : throw new BslException($"Дата expected, {BslTypes.Of(value)} found.");

    public static byte[] Bytes(object? value) =>
        value is byte[] bytes ? bytes : throw new BslException($"ДвоичныеДанные expected, {BslTypes.Of(value)} found.");

    /// <param name="digits">8 or 14 digits.</param>
    public static DateTime Date(string digits) =>
        DateTime.TryParseExact(
            digits.PadRight(Format.Length, '0'),
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : throw new BslException($"{digits} is no date.");

    public static bool Same(object? left, object? right) =>
        (left, right) switch
        {
            (List<object?>, _) or (_, List<object?>) => ReferenceEquals(left, right),
            (byte[] first, byte[] second) => first.AsSpan().SequenceEqual(second),
            _ => Equals(left, right),
        };

    private static int Compare(object? left, object? right) =>
        (left, right) switch
        {
            (decimal first, decimal second) => first.CompareTo(second),
            (DateTime first, DateTime second) => first.CompareTo(second),
            (string first, string second) => string.CompareOrdinal(first, second),
            _ => throw new BslException($"{BslTypes.Of(left)} and {BslTypes.Of(right)} have no order."),
        };

    private static object Add(object? left, object? right) =>
        left switch
        {
            string text => text + Text(right),
            DateTime moment => moment.AddSeconds((double)Number(right)),
            _ => Number(left) + Number(right),
        };

    private static object Subtract(object? left, object? right) =>
        (left, right) switch
        {
            (DateTime first, DateTime second) => (decimal)(first - second).TotalSeconds,
            (DateTime moment, _) => moment.AddSeconds(-(double)Number(right)),
            _ => Number(left) - Number(right),
        };
}
