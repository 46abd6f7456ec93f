using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

public sealed class CardWordingTests
{
    [Theory]
    [InlineData("documentChanged", "заявка изменилась после того, как вы её открыли")]
    [InlineData("notYourTurn", "сейчас не ваш этап")]
    [InlineData("alreadyDecided", "решение по этому этапу уже есть")]
    [InlineData("closedPeriod", "период закрыт для изменений")]
    [InlineData("insufficientFunds", "недостаточно средств")]
    [InlineData("somethingNew", "причина «somethingNew»")]
    public void Refusal_gives_the_reason_in_words(string code, string words)
    {
        var text = Read(WithDecision(DecisionState.Refused, code));
        Assert.Contains($"ERP не приняла ваше решение «согласовать»: {words}.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionState.Decided)]
    [InlineData(DecisionState.Sent)]
    [InlineData(DecisionState.Confirmed)]
    public void Nothing_says_approved_before_the_document_does(DecisionState state)
    {
        var context = WithDecision(state, null);
        Assert.DoesNotMatch("(?i)согласована|согласовано", Read(context));
        Assert.DoesNotMatch("(?i)approved", Read(context with { Language = Language.English }));
        Assert.DoesNotContain("✅", Read(context), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CardAudience.Approver)]
    [InlineData(CardAudience.Initiator)]
    [InlineData(CardAudience.Group)]
    public void Every_status_has_a_headline_of_its_own(CardAudience audience)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var headlines = Enum.GetValues<RequestStatus>()
                .Select(status => Sample.For(Sample.Kim, Sample.Request with { Status = status }, language))
                .Select(context => Read(context with { Audience = audience }).Split('\n')[1])
                .ToList();
            Assert.Equal(headlines.Count, headlines.Select(line => line.EnumerateRunes().First()).Distinct().Count());
            Assert.All(headlines, line => Assert.Contains(' ', line));
        }
    }

    [Fact]
    public void Account_shows_its_last_four_digits_only()
    {
        var text = Read(Sample.For(Sample.Sidorova, Sample.Request));
        Assert.Contains("счёт ••\u00A01234", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0001234", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Group_sees_neither_account_nor_taxpayer_number()
    {
        var text = Read(Sample.ForGroup(Sample.Request));
        Assert.DoesNotContain("7701234567", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Absent_facts_take_no_line()
    {
        var bare = Sample.Request with
        {
            Department = null,
            CashFlowItem = null,
            Operation = null,
            DesiredDate = null,
            Vat = null,
            Purpose = null,
            Priority = null,
            Payee = new Payee(null, "Vector"),
        };
        Assert.DoesNotMatch(
            "Подразделение|Статья|Операция|Оплатить|НДС|Назначение|ИНН|счёт|риоритет|Файлы",
            Read(Sample.For(Sample.Kim, bare))
        );
    }

    [Fact]
    public void Unknown_words_of_the_ERP_are_shown_as_sent()
    {
        var request = Sample.Request with
        {
            Operation = "dividends",
            Priority = "whenever",
            Vat = new Vat("partial", "10/110"),
            Route = [Sample.Request.Route[0] with { Role = "Юрист" }],
        };
        var text = Read(Sample.For(Sample.Kim, request));
        Assert.Contains("Операция: dividends", text, StringComparison.Ordinal);
        Assert.Contains("Приоритет: whenever", text, StringComparison.Ordinal);
        Assert.Contains("НДС (partial) 10/110", text, StringComparison.Ordinal);
        Assert.Contains("На согласовании: Юрист", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("included", "20", 100.0, "В том числе НДС 20\u00A0%: 100,00\u00A0₽")]
    [InlineData("included", null, null, "НДС включён в сумму")]
    [InlineData("added", "5", null, "НДС сверху 5\u00A0%")]
    [InlineData("none", null, null, "Без НДС")]
    [InlineData("NONE", "", null, "Без НДС")]
    public void Tax_is_said_as_accountants_say_it(string mode, string? rate, double? amount, string line)
    {
        var request = Sample.Request with { Vat = new Vat(mode, rate, (decimal?)amount) };
        Assert.Contains(line, Read(Sample.For(Sample.Kim, request)).Split('\n'), StringComparer.Ordinal);
    }

    private static CardContext WithDecision(DecisionState state, string? reason) =>
        Sample.For(Sample.Sidorova, Sample.Request) with
        {
            Decisions = [Sample.Decision(Sample.Request, Sample.Sidorova, state) with { Reason = reason }],
        };

    private static string Read(CardContext context) => TelegramHtml.Parse(CardRenderer.Render(context).Html).Text;
}
