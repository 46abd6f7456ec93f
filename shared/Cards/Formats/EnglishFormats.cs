namespace PaymentBot.Cards.Formats;

/// <summary>
/// English: <c>RUB 1,250,000.50</c>, the ISO code in front as in contracts and bank papers; day before month, spelled, so that nobody
/// has to guess.
/// </summary>
internal sealed class EnglishFormats : LanguageFormats
{
    protected override char Group => ',';

    protected override char DecimalPoint => '.';

    protected override IReadOnlyList<string> Months { get; } =
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

    protected override IReadOnlyList<string> SizeUnits { get; } = ["B", "KB", "MB", "GB", "TB"];

    protected override (string Day, string Hour, string Minute, string LessThanMinute) DurationUnits =>
        ("d", "h", "min", "less than a minute");

    public override string Percent(string rate) => $"{rate}%";

    protected override string WithCurrency(string amount, string currency) => $"{currency}{Space}{amount}";

    protected override string Weekday(DayOfWeek day) => day.ToString();
}
