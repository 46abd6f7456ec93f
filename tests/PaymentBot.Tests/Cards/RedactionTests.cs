using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Markup;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

/// <summary>What a group must not see is on no card of it, whatever the ERP sends.</summary>
public sealed class RedactionTests
{
    private const string Account = "40702810900000001234";
    private const string Inn = "7701234567";
    private const string Written = "тайное назначение";

    [Fact]
    public void Redacted_card_never_shows_account_or_taxpayer_number()
    {
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    var html = Render(context, Redaction.Account);
                    Assert.DoesNotContain(Inn, html, StringComparison.Ordinal);
                    Assert.DoesNotContain("0001234", html, StringComparison.Ordinal);
                    Assert.DoesNotContain("••\u00A0", html, StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Rounded_card_never_shows_the_amount_or_what_people_wrote()
    {
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    var html = Render(context, Redaction.Rounded);
                    Assert.DoesNotContain("98765", html, StringComparison.Ordinal);
                    Assert.DoesNotContain("98\u00A0765", html, StringComparison.Ordinal);
                    Assert.DoesNotContain("98,765", html, StringComparison.Ordinal);
                    Assert.DoesNotContain("тайное", html, StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData("1250000.50", "≈\u00A01\u00A0300\u00A0000\u00A0₽")]
    [InlineData("1249999.99", "≈\u00A01\u00A0200\u00A0000\u00A0₽")]
    [InlineData("999999.99", "≈\u00A01\u00A0000\u00A0000\u00A0₽")]
    [InlineData("84300", "≈\u00A084\u00A0000\u00A0₽")]
    [InlineData("99.5", "≈\u00A0100\u00A0₽")]
    [InlineData("15.49", "≈\u00A015\u00A0₽")]
    [InlineData("9.96", "≈\u00A010\u00A0₽")]
    [InlineData("1.25", "≈\u00A01,3\u00A0₽")]
    [InlineData("0.0567", "≈\u00A00,057\u00A0₽")]
    [InlineData("0", "≈\u00A00\u00A0₽")]
    [InlineData(
        "79228162514264337593543950335",
        "≈\u00A079\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0₽"
    )]
    public void Amounts_keep_two_digits(string amount, string text) =>
        Assert.Equal(
            text,
            new RussianFormats().Rounded(
                new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "RUB")
            )
        );

    [Theory]
    [InlineData("счёт 40702810900000001234", "счёт ••••")]
    [InlineData("р/с 40702 810 9 0000 0001234, БИК 044525225", "р/с ••••, БИК 044525225")]
    [InlineData("40702-810-9.0000\n0001234", "••••")]
    [InlineData("ИНН 7701234567 и 770123456789", "ИНН •••• и ••••")]
    [InlineData("Счёт № 45 от 20.11.2026, 1 250 000,50", "Счёт № 45 от 20.11.2026, 1 250 000,50")]
    [InlineData("", "")]
    public void Long_numbers_are_hidden_however_they_are_written(string text, string masked) =>
        Assert.Equal(masked, DigitMask.Apply(text));

    private static string Render(CardContext context, Redaction redaction)
    {
        var purpose = $"{Written} 40702 810 9 0000 0001234 на {Inn} сумма 98765,43";
        return CardRenderer
            .Render(
                context with
                {
                    Audience = CardAudience.Group,
                    Reader = null,
                    Redaction = redaction,
                    Decisions = [.. context.Decisions.Select(decision => decision with { Comment = purpose })],
                    Request = context.Request with
                    {
                        Number = "00УТ-000001",
                        Total = new Money(98765.43m, "RUB"),
                        Payee = new Payee(null, "АО «Вектор»", Inn, new BankAccount(Account, "044525225")),
                        Purpose = purpose,
                        Route = [.. context.Request.Route.Select(stage => stage with { Comment = purpose })],
                        Attachments = [Sample.File($"{Written} {Account}.pdf", 1000)],
                    },
                }
            )
            .Html;
    }
}
