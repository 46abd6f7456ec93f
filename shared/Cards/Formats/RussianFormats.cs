using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Cards.Formats;

/// <summary>
/// Russian: <c>1 250 000,50 ₽</c> with no-break spaces. Only the rouble has a sign: ISO codes leave no doubt which dollar is meant.
/// </summary>
internal sealed class RussianFormats : IFormats
{
    private const char Space = '\u00A0';
    private const char Comma = ',';

    private static readonly string[] Units = ["Б", "КБ", "МБ", "ГБ", "ТБ"];

    private static readonly string[] Months =
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];

    private static readonly string[] Weekdays =
    [
        "воскресенье",
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
    ];

    public string Money(Money money) => Write(money, CurrencyDecimals.Of(money.Currency));

    public string Rounded(Money money) => $"≈{Space}{Write(RoughAmount.Of(money), 0)}";

    public string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    public string DayWithWeekday(DateOnly day) => $"{Weekdays[(int)day.DayOfWeek]}, {Day(day)}";

    public string Moment(DateTime local, int usualYear)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{local.Day}{Space}{Months[local.Month - 1][..3]}");
        var year =
            local.Year == usualYear ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {local.Year}");
        return string.Create(CultureInfo.InvariantCulture, $"{day}{year}, {local:HH\\:mm}");
    }

    public string Size(long bytes) => SizeText.Write(bytes, Units, Space, Comma);

    public string Percent(string rate) => $"{rate}{Space}%";

    private static string Write(Money money, int minDecimals)
    {
        var amount = DecimalText.Write(money.Amount, minDecimals, Space, Comma);
        var unit = string.Equals(money.Currency, "RUB", StringComparison.Ordinal) ? "₽" : money.Currency;
        return $"{amount}{Space}{unit}";
    }
}
