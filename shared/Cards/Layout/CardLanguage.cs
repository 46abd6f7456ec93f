using PaymentBot.Cards.Deciding;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Layout;

/// <summary>The words and formats that belong to a language.</summary>
internal static class CardLanguage
{
    private static readonly RussianCardWords s_russianWords = new();
    private static readonly EnglishCardWords s_englishWords = new();
    private static readonly RussianDecidingWords s_russianDeciding = new();
    private static readonly EnglishDecidingWords s_englishDeciding = new();
    private static readonly RussianFormats s_russianFormats = new();
    private static readonly EnglishFormats s_englishFormats = new();

    public static ICardWords Words(Language language) => language == Language.Russian ? s_russianWords : s_englishWords;

    public static IDecidingWords Deciding(Language language) =>
        language == Language.Russian ? s_russianDeciding : s_englishDeciding;

    public static IFormats Formats(Language language) =>
        language == Language.Russian ? s_russianFormats : s_englishFormats;
}
