using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

/// <summary>Whatever the ERP sends, Telegram takes the card.</summary>
public sealed class CardLimitsTests
{
    [Fact]
    public void Any_card_is_within_the_limits_and_well_formed() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context =>
                {
                    var html = CardRenderer.Render(context).Html;
                    var parsed = TelegramHtml.Parse(html);
                    Assert.InRange(parsed.CodePoints, 1, context.MaxLength);
                    Assert.InRange(parsed.Entities, 0, 100);
                    Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 32_768);
                    AssertNothingHidden(parsed.Text);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

    [Fact]
    public void Same_context_gives_the_same_card() =>
        Prop.ForAll(
                HostileRequests.Contexts,
                context => Assert.Equal(CardRenderer.Render(context).Html, CardRenderer.Render(context with { }).Html)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithQuietOnSuccess(true));

    [Theory]
    [InlineData(CardContext.MaxText)]
    [InlineData(CardContext.MaxCaption)]
    public void What_decides_the_payment_survives_cutting(int max)
    {
        var text = Read(Sample.For(Sample.Sidorova, Crowded()) with { MaxLength = max });
        Assert.StartsWith("1\u00A0250\u00A0000,50\u00A0₽\n👉 Нужно ваше решение", text, StringComparison.Ordinal);
        Assert.Contains("⚠️ Сверх лимита · Высокий приоритет", text, StringComparison.Ordinal);
        Assert.Contains("Получатель: АО «Вектор»", text, StringComparison.Ordinal);
        Assert.Contains("Оплата по счёту № 1. Оплата по счёту № 2.", text, StringComparison.Ordinal);
        Assert.Contains("вы, Согласующий", text, StringComparison.Ordinal);
        Assert.Matches("и ещё [0-9]+ человек", text);
        Assert.Matches("и ещё [0-9]+ файл", text);
    }

    [Fact]
    public void Purpose_takes_the_room_that_is_left()
    {
        var text = Read(Sample.For(Sample.Sidorova, Crowded()));
        Assert.InRange(text.EnumerateRunes().Count(), CardContext.MaxText - 60, CardContext.MaxText);
    }

    [Fact]
    public void Files_that_cannot_be_sent_are_named_even_in_a_long_list()
    {
        var files = Enumerable.Range(1, 60).Select(i => Sample.File($"{i}.pdf", 1000));
        var request = Sample.Request with { Attachments = [.. files, Sample.File("большой.zip", 60_000_000)] };
        Assert.Contains(
            "• большой.zip, 57\u00A0МБ (больше 50 МБ, не отправляется)",
            Read(Sample.For(Sample.Sidorova, request)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Foreign_text_is_escaped_once()
    {
        var request = Sample.Request with { Payee = new Payee(null, "<b>R&D</b> \"A\" &amp;") };
        Assert.Contains(
            "Получатель: &lt;b&gt;R&amp;D&lt;/b&gt; \"A\" &amp;amp;",
            CardRenderer.Render(Sample.For(Sample.Sidorova, request)).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Foreign_text_cannot_forge_a_line()
    {
        var request = Sample.Request with
        {
            Payee = new Payee(null, "АО\n✅ Заявка согласована"),
            Department = new Party(null, "IT\u2028✅ Заявка согласована"),
        };
        var lines = Read(Sample.For(Sample.Sidorova, request)).Split('\n');
        Assert.DoesNotContain(lines, line => line.StartsWith('✅'));
    }

    private static string Read(CardContext context) => TelegramHtml.Parse(CardRenderer.Render(context).Html).Text;

    private static PaymentRequest Crowded()
    {
        var crowd = Enumerable.Range(1, 199).Select(i => new Person(new ErpId($"p{i}"), $"Согласующий {i}"));
        return Sample.Request with
        {
            OverLimit = true,
            Priority = "high",
            Purpose = string.Join(' ', Enumerable.Range(1, 250).Select(i => $"Оплата по счёту № {i}.")),
            Attachments = [.. Enumerable.Range(1, 100).Select(i => Sample.File($"Приложение {i}.pdf", 2048))],
            Route =
            [
                Sample.Request.Route[0] with
                {
                    Approvers = [.. crowd, Sample.Sidorova],
                },
                .. Sample.Request.Route.Skip(1),
            ],
        };
    }

    /// <summary>Isolates are ours, in pairs; nothing else that is not seen may pass.</summary>
    private static void AssertNothingHidden(string text)
    {
        var depth = 0;
        foreach (var symbol in text)
        {
            Assert.False(
                symbol is (>= '\u202A' and <= '\u202E') or '\u2066' or '\u2067' or '\u200E' or '\u200F' or '\u061C'
            );
            Assert.False(char.IsControl(symbol) && symbol != '\n');
            depth += symbol switch
            {
                '\u2068' => 1,
                '\u2069' => -1,
                _ => 0,
            };
            Assert.InRange(depth, 0, 1);
        }

        Assert.Equal(0, depth);
    }
}
