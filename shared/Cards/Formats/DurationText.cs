using System.Globalization;

namespace PaymentBot.Cards.Formats;

/// <summary>Writes durations in their two largest units, cut down, as people say them.</summary>
internal static class DurationText
{
    private const char Space = '\u00A0';

    /// <summary>Such as "2 d 3 h", "3 h 15 min", "12 min".</summary>
    /// <param name="duration">0 or more; days at most.</param>
    /// <param name="day">The unit.</param>
    /// <param name="hour">The unit.</param>
    /// <param name="minute">The unit.</param>
    /// <param name="less">What to say below a minute.</param>
    public static string Write(TimeSpan duration, string day, string hour, string minute, string less)
    {
        if (duration < TimeSpan.FromMinutes(1))
        {
            return less;
        }

        if (duration < TimeSpan.FromHours(1))
        {
            return Part(duration.Minutes, minute);
        }

        return duration < TimeSpan.FromDays(1)
            ? Join(Part((int)duration.TotalHours, hour), duration.Minutes, minute)
            : Join(Part((int)duration.TotalDays, day), duration.Hours, hour);
    }

    private static string Join(string first, int count, string unit) =>
        count == 0 ? first : $"{first}{Space}{Part(count, unit)}";

    private static string Part(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count}{Space}{unit}");
}
