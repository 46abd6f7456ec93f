using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Cards.Formats;

/// <summary>How one language writes amounts, days, moments, sizes and durations. Culture data comes with the code: no ICU is needed.</summary>
internal abstract class LanguageFormats
{
    protected const char Space = '\u00A0';

    private const decimal SizeStep = 1024;

    protected abstract char Group { get; }

    protected abstract char DecimalPoint { get; }

    /// <summary>As they stand in a day, January first; their first three letters stand in a moment.</summary>
    protected abstract IReadOnlyList<string> Months { get; }

    /// <summary>Bytes first, each 1024 times the one before.</summary>
    protected abstract IReadOnlyList<string> SizeUnits { get; }

    protected abstract (string Day, string Hour, string Minute, string LessThanMinute) DurationUnits { get; }

    /// <summary>An amount with its currency, every digit kept, digits grouped.</summary>
    public string Money(Money money) =>
        WithCurrency(
            Amounts.Write(money.Amount, Amounts.DecimalsOf(money.Currency), Group, DecimalPoint),
            money.Currency
        );

    /// <summary>An amount with two significant digits, such as "≈ 1 300 000 ₽".</summary>
    public string Rounded(Money money) =>
        $"≈{Space}{WithCurrency(Amounts.Write(Amounts.Rough(money.Amount), 0, Group, DecimalPoint), money.Currency)}";

    /// <summary>A day in full, such as "25 ноября 2026".</summary>
    public string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>A day in full with its weekday.</summary>
    public string DayWithWeekday(DateOnly day) => $"{Weekday(day.DayOfWeek)}, {Day(day)}";

    /// <summary>A moment such as "22 ноя, 12:04"; the year shows when it is not <paramref name="usualYear"/>.</summary>
    public string Moment(DateTime local, int usualYear)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{local.Day}{Space}{Months[local.Month - 1][..3]}");
        var year =
            local.Year == usualYear ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {local.Year}");
        return string.Create(CultureInfo.InvariantCulture, $"{day}{year}, {local:HH\\:mm}");
    }

    /// <summary>A file size such as "179 КБ", in the largest unit of 1024 that leaves 1 or more: one decimal below 10, else none.</summary>
    public string Size(long bytes)
    {
        var value = (decimal)Math.Max(bytes, 0);
        var unit = 0;
        while (RoundSize(value) >= SizeStep && unit < SizeUnits.Count - 1)
        {
            value /= SizeStep;
            unit++;
        }

        return $"{Amounts.Write(RoundSize(value), 0, Group, DecimalPoint)}{Space}{SizeUnits[unit]}";
    }

    /// <summary>A duration of 0 or more in its two largest units, cut down, such as "2 d 3 h", "3 h 15 min", "12 min".</summary>
    public string Duration(TimeSpan duration)
    {
        var (day, hour, minute, lessThanMinute) = DurationUnits;
        if (duration < TimeSpan.FromMinutes(1))
        {
            return lessThanMinute;
        }

        if (duration < TimeSpan.FromHours(1))
        {
            return Part(duration.Minutes, minute);
        }

        return duration < TimeSpan.FromDays(1)
            ? Parts((int)duration.TotalHours, hour, duration.Minutes, minute)
            : Parts((int)duration.TotalDays, day, duration.Hours, hour);
    }

    /// <summary>A rate such as "20 %".</summary>
    public abstract string Percent(string rate);

    protected abstract string WithCurrency(string amount, string currency);

    protected abstract string Weekday(DayOfWeek day);

    private static decimal RoundSize(decimal value) =>
        Math.Round(value, value < 10 ? 1 : 0, MidpointRounding.AwayFromZero);

    private static string Parts(int count, string unit, int smallerCount, string smallerUnit) =>
        smallerCount == 0 ? Part(count, unit) : $"{Part(count, unit)}{Space}{Part(smallerCount, smallerUnit)}";

    private static string Part(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count}{Space}{unit}");
}
