using System.Globalization;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Reads dates as ISO 8601: a day, a local time of the sender's zone, or a time with an offset; fractions of a second may
/// follow, of which seven digits count. Everything on 0001-01-01 is 1C's empty date and means null.
/// </summary>
internal static class TimeReading
{
    private const int MinYear = 1900;

    private const int MaxYear = 9998;

    private const int FractionDigits = 7;

    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.fffffff",
    ];

    private static readonly string[] OffsetFormats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz"];

    /// <summary>An instant, with the offset as sent or, for a local time, that of the sender's zone.</summary>
    public static DateTimeOffset? Instant(this Field field)
    {
        var text = field.Raw()?.Trim();
        if (string.IsNullOrEmpty(text) || text.StartsWith("0001-01-01", StringComparison.Ordinal))
        {
            return null;
        }

        text = WithFullFraction(text);
        if (ParseLocal(text) is { } local)
        {
            return InRange(field, local)
                ? new DateTimeOffset(local, field.Reading.SenderZone.GetUtcOffset(local))
                : DateTimeOffset.UnixEpoch;
        }

        if (ParseWithOffset(text) is { } instant)
        {
            return InRange(field, instant.DateTime) ? instant : DateTimeOffset.UnixEpoch;
        }

        field.Report(ProblemKinds.InvalidDate);
        return null;
    }

    /// <summary>A day on the sender's calendar.</summary>
    public static DateOnly? Day(this Field field) =>
        field.Instant() is { } instant
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, field.Reading.SenderZone).DateTime)
            : null;

    private static DateTime? ParseLocal(string text) =>
        DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? local
            : null;

    private static DateTimeOffset? ParseWithOffset(string text)
    {
        var numeric = text.EndsWith('Z') ? $"{text[..^1]}+00:00" : text;
        return DateTimeOffset.TryParseExact(
            numeric,
            OffsetFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant
        )
            ? instant
            : null;
    }

    private static string WithFullFraction(string text)
    {
        var start = text.IndexOf('.', StringComparison.Ordinal) + 1;
        if (start == 0)
        {
            return text;
        }

        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == start
            ? text
            : $"{text[..start]}{text[start..end].PadRight(FractionDigits, '0')[..FractionDigits]}{text[end..]}";
    }

    private static bool InRange(Field field, DateTime local)
    {
        var inRange = local.Year is >= MinYear and <= MaxYear;
        if (!inRange)
        {
            field.Report(ProblemKinds.DateOutOfRange);
        }

        return inRange;
    }
}
