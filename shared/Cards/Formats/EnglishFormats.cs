using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Cards.Formats;

/// <summary>
/// English: <c>RUB 1,250,000.50</c>, the ISO code in front as in contracts and bank papers; day before month, spelled, so that nobody
/// has to guess.
/// </summary>
internal sealed class EnglishFormats : IFormats
{
    private const char Space = '\u00A0';
    private const char Comma = ',';
    private const char Point = '.';

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public string Money(Money money) => Write(money, CurrencyDecimals.Of(money.Currency));

    public string Rounded(Money money) => $"≈{Space}{Write(RoughAmount.Of(money), 0)}";

    public string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    public string DayWithWeekday(DateOnly day) => $"{day.DayOfWeek}, {Day(day)}";

    public string Moment(DateTime local, int usualYear)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{local.Day}{Space}{Months[local.Month - 1][..3]}");
        var year =
            local.Year == usualYear ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {local.Year}");
        return string.Create(CultureInfo.InvariantCulture, $"{day}{year}, {local:HH\\:mm}");
    }

    public string Size(long bytes) => SizeText.Write(bytes, Units, Comma, Point);

    public string Percent(string rate) => $"{rate}%";

    private static string Write(Money money, int minDecimals) =>
        $"{money.Currency}{Space}{DecimalText.Write(money.Amount, minDecimals, Comma, Point)}";
}
