using System.Globalization;

namespace PaymentBot.Bot.Search;

/// <summary>Reads days, months and periods: <c>сегодня</c>, <c>week</c>, <c>15.11</c>, <c>15.11.2026</c>, <c>2026-11-15</c>, <c>2026-11</c>, <c>11.2026</c>, and two days with a dash. Pure.</summary>
internal static class PeriodText
{
    private const int DaysOfWeek = 7;
    private const int Quarter = 3;
    private const int Century = 2000;

    /// <summary>Takes a period, which may take several parts.</summary>
    /// <param name="parts">The text.</param>
    /// <param name="index">Where to look; the last part that was taken.</param>
    /// <param name="today">The day of the text.</param>
    /// <param name="query">Learns the days.</param>
    /// <returns>Whether there was one.</returns>
    public static bool Take(string[] parts, ref int index, DateOnly today, ref SearchQuery query)
    {
        var word = parts[index];
        if (Named(word, today) is { } named)
        {
            query = query with { From = named.From, To = named.To };
            return true;
        }

        if (Days(word, today) is { } days)
        {
            query = query with { From = days.From, To = days.To };
            return true;
        }

        if (index + 1 >= parts.Length || Days(parts[index + 1], today) is not { } bound)
        {
            return false;
        }

        switch (word)
        {
            case "с" or "со" or "от" or "from" or "since":
                query = query with { From = bound.From };
                break;
            case "по" or "до" or "to" or "until":
                query = query with { To = bound.To };
                break;
            case "в" or "за" or "on" or "in":
                query = query with { From = bound.From, To = bound.To };
                break;
            default:
                return false;
        }

        index++;
        return true;
    }

    private static (DateOnly From, DateOnly To)? Named(string word, DateOnly today) =>
        word switch
        {
            "сегодня" or "today" => (today, today),
            "вчера" or "yesterday" => (Back(today, 1), Back(today, 1)),
            "неделя" or "неделю" or "недели" or "week" => (Back(today, DaysOfWeek - 1), today),
            "месяц" or "месяца" or "month" => (BackMonths(today, 1), today),
            "квартал" or "квартала" or "quarter" => (BackMonths(today, Quarter), today),
            _ => null,
        };

    private static (DateOnly From, DateOnly To)? Days(string word, DateOnly today)
    {
        if (One(word, today) is { } one)
        {
            return one;
        }

        for (var dash = word.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = word.IndexOf('-', dash + 1))
        {
            if (One(word[..dash], today) is { } from && One(word[(dash + 1)..], today) is { } to)
            {
                return from.From <= to.To ? (from.From, to.To) : (from.From.AddYears(-1), to.To);
            }
        }

        return null;
    }

    private static (DateOnly From, DateOnly To)? One(string word, DateOnly today)
    {
        var byPoint = Numbers(word, '.');
        var byDash = Numbers(word, '-');
        return (byPoint, byDash) switch
        {
            ([var day, var month], _) when month <= 12 => Day(NearestYear(day, month, today), month, day),
            ([var month, var year], _) => Month(year, month),
            ([var day, var month, var year], _) => Day(year < 100 ? Century + year : year, month, day),
            (_, [var year, var month]) when year >= 1900 => Month(year, month),
            (_, [var year, var month, var day]) when year >= 1900 => Day(year, month, day),
            _ => null,
        };
    }

    /// <summary>A day without a year is the last one, or one of the next few weeks.</summary>
    private static int NearestYear(int day, int month, DateOnly today)
    {
        var later = IsDay(today.Year, month, day) && new DateOnly(today.Year, month, day) > Forward(today);
        return later ? Math.Max(today.Year - 1, 1) : today.Year;
    }

    private static (DateOnly From, DateOnly To)? Day(int year, int month, int day) =>
        IsDay(year, month, day) ? (new DateOnly(year, month, day), new DateOnly(year, month, day)) : null;

    private static (DateOnly From, DateOnly To)? Month(int year, int month) =>
        year >= 1900 && IsDay(year, month, 1)
            ? (new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)))
            : null;

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static DateOnly Back(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Max(day.DayNumber - days, DateOnly.MinValue.DayNumber));

    private static DateOnly BackMonths(DateOnly day, int months) =>
        day.Year > 1 ? day.AddMonths(-months) : DateOnly.MinValue;

    private static DateOnly Forward(DateOnly day) =>
        DateOnly.FromDayNumber(Math.Min(day.DayNumber + 31, DateOnly.MaxValue.DayNumber));

    /// <summary>The numbers between separators, each of one to four digits; empty when there is anything else.</summary>
    private static int[] Numbers(string word, char separator)
    {
        var parts = word.Split(separator);
        var numbers = new int[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (
                parts[index].Length is < 1 or > 4
                || !int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index])
            )
            {
                return [];
            }
        }

        return numbers;
    }
}
