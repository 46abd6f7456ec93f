namespace PaymentBot.Cards.Formats;

/// <summary>
/// Russian: <c>1 250 000,50 ₽</c> with no-break spaces. Only the rouble has a sign: ISO codes leave no doubt which dollar is meant.
/// </summary>
internal sealed class RussianFormats : LanguageFormats
{
    protected override char Group => Space;

    protected override char DecimalPoint => ',';

    protected override IReadOnlyList<string> Months { get; } =
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

    protected override IReadOnlyList<string> SizeUnits { get; } = ["Б", "КБ", "МБ", "ГБ", "ТБ"];

    protected override (string Day, string Hour, string Minute, string LessThanMinute) DurationUnits =>
        ("д", "ч", "мин", "меньше минуты");

    public override string Percent(string rate) => $"{rate}{Space}%";

    protected override string WithCurrency(string amount, string currency) =>
        $"{amount}{Space}{(string.Equals(currency, "RUB", StringComparison.Ordinal) ? "₽" : currency)}";

    protected override string Weekday(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => "понедельник",
            DayOfWeek.Tuesday => "вторник",
            DayOfWeek.Wednesday => "среда",
            DayOfWeek.Thursday => "четверг",
            DayOfWeek.Friday => "пятница",
            DayOfWeek.Saturday => "суббота",
            _ => "воскресенье",
        };
}
