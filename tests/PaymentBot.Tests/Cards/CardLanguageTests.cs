using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

/// <summary>Each language is complete: no word of the other shows through.</summary>
public sealed class CardLanguageTests
{
    [Fact]
    public void English_card_of_English_data_has_no_Cyrillic()
    {
        foreach (var context in EnglishContexts())
        {
            var card = CardRenderer.Render(context);
            var labels = string.Concat(card.Keyboard.SelectMany(row => row).Select(button => button.Text));
            Assert.DoesNotMatch("[\u0400-\u04FF]", card.Html + labels);
        }
    }

    [Fact]
    public void Russian_card_has_no_English_words_of_ours()
    {
        foreach (var context in EnglishContexts())
        {
            var text = Read(context with { Language = Language.Russian });
            Assert.DoesNotMatch("(?i)\\b(payee|purpose|request|stage|route|decision|by|you|file|files|vat)\\b", text);
        }
    }

    private static IEnumerable<CardContext> EnglishContexts() =>
        from status in Enum.GetValues<RequestStatus>()
        from audience in Enum.GetValues<CardAudience>()
        from dialogue in Enum.GetValues<CardDialogue>()
        from decision in Enum.GetValues<DecisionState>()
        let request = EnglishRequest(status)
        select Sample.For(Jane, request, Language.English) with
        {
            Audience = audience,
            Dialogue = dialogue,
            SendableFiles = 1,
            PrivateChatUrl = "https://t.me/x",
            Decisions = [Sample.Decision(request, Jane, decision), Sample.Decision(request, Joe, decision)],
        };

    private static Person Jane { get; } = new(new ErpId("jane"), "Jane Roe");

    private static Person Joe { get; } = new(new ErpId("joe"), "Joe Doe");

    private static PaymentRequest EnglishRequest(RequestStatus status) =>
        Sample.Request with
        {
            Status = status,
            Number = "PR-1",
            OverLimit = true,
            Priority = "high",
            Organization = new Party(null, "Daisy Ltd"),
            Department = new Party(null, "Marketing"),
            CashFlowItem = new Party(null, "Advertising"),
            Payee = new Payee(null, "Vector Inc", "7701234567", new BankAccount("1234")),
            Purpose = "Invoice 45",
            Initiator = Joe,
            Attachments = [Sample.File("a.pdf", 1), Sample.File("b.pdf", 99_000_000), Sample.File("c.pdf", 0)],
            Route =
            [
                Sample.Decided(
                    Sample.Open(1, "budgetHolder", StageState.Approved, Joe),
                    StageState.Approved,
                    Joe,
                    "2026-11-22T12:04:00+03:00",
                    "Fine"
                ),
                Sample.Open(2, "financialManager", StageState.Current, Jane, Joe) with
                {
                    Rule = StageRule.AtLeast(2),
                },
                Sample.Open(3, "treasurer", StageState.Skipped, Jane),
            ],
        };

    private static string Read(CardContext context) => TelegramHtml.Parse(CardRenderer.Render(context).Html).Text;
}
