using PaymentBot.Cards.Deciding;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Layout;

/// <summary>The words and formats that belong to a language.</summary>
internal static class CardLanguage
{
    private static readonly RussianCardWords RussianWords = new();
    private static readonly EnglishCardWords EnglishWords = new();
    private static readonly RussianDecidingWords RussianDeciding = new();
    private static readonly EnglishDecidingWords EnglishDeciding = new();
    private static readonly RussianFormats RussianFormats = new();
    private static readonly EnglishFormats EnglishFormats = new();

    public static ICardWords Words(Language language) => language == Language.Russian ? RussianWords : EnglishWords;

    public static IDecidingWords Deciding(Language language) =>
        language == Language.Russian ? RussianDeciding : EnglishDeciding;

    public static IFormats Formats(Language language) => language == Language.Russian ? RussianFormats : EnglishFormats;
}
