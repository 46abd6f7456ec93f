using PaymentBot.Cards;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The texts by language.</summary>
internal static class PageTexts
{
    private static readonly RussianPageTexts Russian = new();
    private static readonly EnglishPageTexts English = new();

    /// <summary>The texts of a language.</summary>
    /// <param name="language">The language.</param>
    public static IPageTexts For(Language language) => language == Language.Russian ? Russian : English;
}
