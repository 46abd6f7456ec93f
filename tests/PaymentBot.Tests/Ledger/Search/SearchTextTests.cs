using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Bot.Search;

namespace PaymentBot.Tests.Ledger.Search;

public sealed class SearchTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly string[] Shards =
    [
        .. new[] { ">", "<", ">=", "-", "–", " ", "  ", "\u00a0", ".", ",", "№", "@", "\ud83d", "\0", "ё", "Ё" },
        .. new[] { "1", "15.11", "2026-11", "31.02", "0", "99999999999999999999", "1 250 000", "млн", "тыс", "k" },
        .. new[] { "от", "до", "с", "по", "неделя", "мои", "waiting", "отклонено", "ромашка", "29.02", "9999-12-31" },
        .. new[] { "01.01.0001", "₽", "1,5", "1.5.2", "15.11-20.11", "-", "100-200", "ые", "ный", "о" },
    ];

    [Theory]
    [InlineData("ромашка", "ромашка")]
    [InlineData("Ёлка", "елка")]
    [InlineData("123", "123")]
    [InlineData("№ 000123", "123")]
    [InlineData("УТ-000123", "ут 123")]
    [InlineData("ут000123", "ут000123 ут 123")]
    [InlineData("«Свет» плюс", "свет плюс")]
    [InlineData("000", "0")]
    [InlineData("100-200", "100 200")]
    [InlineData("10 к 15", "10 к 15")]
    public void Whatever_is_nothing_else_is_words(string text, string words)
    {
        var query = SearchText.Parse(text, Today);

        Assert.Equal(words.Split(' '), query.Words);
        Assert.Equal(new SearchQuery { Words = query.Words }, query);
    }

    [Theory]
    [InlineData(">1 млн", "1000000.01", null)]
    [InlineData("> 1,5 млн", "1500000.01", null)]
    [InlineData(">=1млн", "1000000", null)]
    [InlineData("<500к", null, "499999.99")]
    [InlineData("<500k", null, "499999.99")]
    [InlineData("до 500 тыс", null, "500000")]
    [InlineData("от 2 млрд", "2000000000", null)]
    [InlineData("свыше 10000", "10000", null)]
    [InlineData("over 1 million", "1000000", null)]
    [InlineData("100-200 тыс", "100000", "200000")]
    [InlineData("100–200 тыс. руб.", "100000", "200000")]
    [InlineData("900 тыс - 1,2 млн", "900000", "1200000")]
    [InlineData("от 1 до 2 млн", "1000000", "2000000")]
    [InlineData("1 250 000", "1250000", "1250000.99")]
    [InlineData("1 250 000,50", "1250000.50", "1250000.50")]
    [InlineData("1\u00a0250\u00a0000 ₽", "1250000", "1250000.99")]
    [InlineData("84300 руб", "84300", "84300.99")]
    [InlineData("1,5 млн", "1450000", "1549999.99")]
    [InlineData("2m", "1500000", "2499999.99")]
    public void Amounts_are_understood(string text, string? from, string? to)
    {
        var query = SearchText.Parse(text, Today);

        Assert.Equal((Number(from), Number(to)), (query.AmountFrom, query.AmountTo));
        Assert.Empty(query.Words);
    }

    [Theory]
    [InlineData("сегодня", "2026-11-22", "2026-11-22")]
    [InlineData("today", "2026-11-22", "2026-11-22")]
    [InlineData("вчера", "2026-11-21", "2026-11-21")]
    [InlineData("неделя", "2026-11-16", "2026-11-22")]
    [InlineData("Week", "2026-11-16", "2026-11-22")]
    [InlineData("месяц", "2026-10-22", "2026-11-22")]
    [InlineData("month", "2026-10-22", "2026-11-22")]
    [InlineData("15.11", "2026-11-15", "2026-11-15")]
    [InlineData("25.12", "2025-12-25", "2025-12-25")]
    [InlineData("1.12", "2026-12-01", "2026-12-01")]
    [InlineData("15.11.2025", "2025-11-15", "2025-11-15")]
    [InlineData("15.11.25", "2025-11-15", "2025-11-15")]
    [InlineData("2026-11", "2026-11-01", "2026-11-30")]
    [InlineData("02.2024", "2024-02-01", "2024-02-29")]
    [InlineData("2026-11-15", "2026-11-15", "2026-11-15")]
    [InlineData("01.11-15.11", "2026-11-01", "2026-11-15")]
    [InlineData("с 01.11 по 15.11", "2026-11-01", "2026-11-15")]
    [InlineData("2026-11-01-2026-11-15", "2026-11-01", "2026-11-15")]
    [InlineData("с 15.11", "2026-11-15", null)]
    [InlineData("до 15.11", null, "2026-11-15")]
    [InlineData("за 2026-10", "2026-10-01", "2026-10-31")]
    public void Days_and_periods_are_understood(string text, string? from, string? to)
    {
        var query = SearchText.Parse(text, Today);

        Assert.Equal((Day(from), Day(to)), (query.From, query.To));
        Assert.Empty(query.Words);
    }

    [Theory]
    [InlineData("отклонено", RequestStatus.Rejected)]
    [InlineData("отклонённые", RequestStatus.Rejected)]
    [InlineData("rejected", RequestStatus.Rejected)]
    [InlineData("согласовано", RequestStatus.Approved)]
    [InlineData("согласованные", RequestStatus.Approved)]
    [InlineData("approved", RequestStatus.Approved)]
    [InlineData("оплачены", RequestStatus.Paid)]
    [InlineData("paid", RequestStatus.Paid)]
    [InlineData("отозвана", RequestStatus.Withdrawn)]
    [InlineData("pending", RequestStatus.Pending)]
    public void States_are_understood(string text, RequestStatus status) =>
        Assert.Equal((status, 0), (SearchText.Parse(text, Today).Status, SearchText.Parse(text, Today).Words.Count));

    [Fact]
    public void All_of_it_goes_together()
    {
        var query = SearchText.Parse("Ромашка мои отклонено >1 млн неделя № 45", Today);

        Assert.Equal(["ромашка", "45"], query.Words);
        Assert.True(query.Mine);
        Assert.Equal(RequestStatus.Rejected, query.Status);
        Assert.Equal(1_000_000.01m, query.AmountFrom);
        Assert.Equal(Today, query.To);
        Assert.True(SearchText.Parse("ждут", Today).Waiting);
        Assert.True(SearchText.Parse("waiting", Today).Waiting);
        Assert.True(SearchText.Parse("mine", Today).Mine);
    }

    [Fact]
    public void Nothing_typed_asks_for_everything() => Assert.Empty(SearchText.Parse(null, Today).Words);

    [Fact]
    public void No_text_is_too_strange()
    {
        var texts = Gen.OneOf(
            Gen.Select(
                Gen.ListOf(
                    Gen.OneOf(Gen.Elements(Shards), ArbMap.Default.GeneratorFor<char>().Select(one => $"{one}"))
                ),
                parts => string.Concat(parts)
            ),
            ArbMap.Default.GeneratorFor<string>()
        );
        var days = Gen.Choose(DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber);

        Prop.ForAll(
                texts.ToArbitrary(),
                days.ToArbitrary(),
                (text, day) => SearchText.Parse(text, day).Words.All(word => word.Length > 0)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true));
    }

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
