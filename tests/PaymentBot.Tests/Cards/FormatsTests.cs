using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;

namespace PaymentBot.Tests.Cards;

public sealed class FormatsTests
{
    private static readonly RussianFormats s_russian = new();
    private static readonly EnglishFormats s_english = new();

    [Theory]
    [InlineData("1250000.50", "RUB", "1~250~000,50~₽", "RUB~1,250,000.50")]
    [InlineData("0", "RUB", "0,00~₽", "RUB~0.00")]
    [InlineData("999", "USD", "999,00~USD", "USD~999.00")]
    [InlineData("1000", "EUR", "1~000,00~EUR", "EUR~1,000.00")]
    [InlineData("12.3456", "RUB", "12,3456~₽", "RUB~12.3456")]
    [InlineData("12.3400", "RUB", "12,34~₽", "RUB~12.34")]
    [InlineData("15000", "JPY", "15~000~JPY", "JPY~15,000")]
    [InlineData("15000.5", "JPY", "15~000,5~JPY", "JPY~15,000.5")]
    [InlineData("1.5", "KWD", "1,500~KWD", "KWD~1.500")]
    [InlineData("1", "XYZ", "1,00~XYZ", "XYZ~1.00")]
    [InlineData("999999999999999999.9999", "RUB", "999~999~999~999~999~999,9999~₽", "RUB~999,999,999,999,999,999.9999")]
    public void Money_keeps_every_digit(string amount, string currency, string russian, string english)
    {
        var money = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);
        Assert.Equal(russian, s_russian.Money(money).Replace('\u00A0', '~'));
        Assert.Equal(english, s_english.Money(money).Replace('\u00A0', '~'));
    }

    [Theory]
    [InlineData(1, "ая")]
    [InlineData(21, "ая")]
    [InlineData(101, "ая")]
    [InlineData(2, "ые")]
    [InlineData(4, "ые")]
    [InlineData(22, "ые")]
    [InlineData(104, "ые")]
    [InlineData(0, "ых")]
    [InlineData(5, "ых")]
    [InlineData(11, "ых")]
    [InlineData(12, "ых")]
    [InlineData(14, "ых")]
    [InlineData(111, "ых")]
    [InlineData(112, "ых")]
    [InlineData(20, "ых")]
    public void Russian_has_three_plural_forms(int count, string form) =>
        Assert.Equal(form, Plural.Russian(count, "ая", "ые", "ых"));

    [Theory]
    [InlineData(0, "s")]
    [InlineData(1, "")]
    [InlineData(2, "s")]
    [InlineData(21, "s")]
    public void English_has_two_plural_forms(int count, string form) =>
        Assert.Equal(form, Plural.English(count, "", "s"));

    [Fact]
    public void Days_are_spelled()
    {
        var day = new DateOnly(2026, 11, 25);
        Assert.Equal("25 ноября 2026", s_russian.Day(day));
        Assert.Equal("среда, 25 ноября 2026", s_russian.DayWithWeekday(day));
        Assert.Equal("25 November 2026", s_english.Day(day));
        Assert.Equal("Wednesday, 25 November 2026", s_english.DayWithWeekday(day));
    }

    [Fact]
    public void Moments_show_the_year_only_when_it_is_another()
    {
        var moment = new DateTime(2026, 5, 3, 9, 4, 0, DateTimeKind.Unspecified);
        Assert.Equal("3\u00A0мая, 09:04", s_russian.Moment(moment, 2026));
        Assert.Equal("3\u00A0мая 2026, 09:04", s_russian.Moment(moment, 2025));
        Assert.Equal("3\u00A0May, 09:04", s_english.Moment(moment, 2026));
        Assert.Equal("3\u00A0May 2026, 09:04", s_english.Moment(moment, 2027));
    }

    [Theory]
    [InlineData(0, "0~Б", "0~B")]
    [InlineData(1023, "1~023~Б", "1,023~B")]
    [InlineData(1024, "1~КБ", "1~KB")]
    [InlineData(183_220, "179~КБ", "179~KB")]
    [InlineData(1_048_575, "1~МБ", "1~MB")]
    [InlineData(1_572_864, "1,5~МБ", "1.5~MB")]
    [InlineData(52_428_800, "50~МБ", "50~MB")]
    [InlineData(long.MaxValue, "8~388~608~ТБ", "8,388,608~TB")]
    public void Sizes_take_the_largest_unit(long bytes, string russian, string english)
    {
        Assert.Equal(russian, s_russian.Size(bytes).Replace('\u00A0', '~'));
        Assert.Equal(english, s_english.Size(bytes).Replace('\u00A0', '~'));
    }
}
