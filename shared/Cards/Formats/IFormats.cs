using PaymentBot.Approvals;

namespace PaymentBot.Cards.Formats;

/// <summary>How one language writes amounts, days, moments and sizes. Culture data comes with the code: no ICU is needed.</summary>
internal interface IFormats
{
    /// <summary>An amount with its currency, every digit kept, digits grouped.</summary>
    string Money(Money money);

    /// <summary>An amount with two significant digits, such as "≈ 1 300 000 ₽".</summary>
    string Rounded(Money money);

    /// <summary>A day in full, such as "25 ноября 2026".</summary>
    string Day(DateOnly day);

    /// <summary>A day in full with its weekday.</summary>
    string DayWithWeekday(DateOnly day);

    /// <summary>A moment such as "22 ноя, 12:04"; the year shows when it is not <paramref name="usualYear"/>.</summary>
    string Moment(DateTime local, int usualYear);

    /// <summary>A file size such as "179 КБ", in units of 1024.</summary>
    string Size(long bytes);

    /// <summary>A rate such as "20 %".</summary>
    string Percent(string rate);
}
