using PaymentBot.Cards;
using PaymentBot.Tests.Cards.Screens;

namespace PaymentBot.Tests.Cards;

/// <summary>What groups are told holds whatever the ERP and Telegram write into it.</summary>
public sealed class GroupSentenceTests
{
    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.English)]
    public void Sentences_are_well_formed_short_and_in_their_own_letters(Language language)
    {
        foreach (
            var sentence in GroupScreens.Sentences(Phrases.For(language).Groups, "<b>&\u202E\n" + new string('x', 500))
        )
        {
            Assert.InRange(TelegramHtml.Parse(sentence).CodePoints, 1, 1000);
            Assert.DoesNotContain("<b>&amp;", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', sentence);
        }

        foreach (var sentence in GroupScreens.Sentences(Phrases.For(language).Groups, "7"))
        {
            var text = TelegramHtml.Parse(sentence).Text;
            Assert.DoesNotContain(text, symbol => language == Language.English && symbol is >= 'Ѐ' and <= 'ӿ');
        }
    }
}
