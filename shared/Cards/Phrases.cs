namespace PaymentBot.Cards;

/// <summary>The sentences of each language.</summary>
public static class Phrases
{
    private static readonly RussianPhrases s_russian = new();
    private static readonly EnglishPhrases s_english = new();

    /// <summary>The sentences of <paramref name="language"/>; safe to share between threads.</summary>
    public static IPhrases For(Language language) => language == Language.Russian ? s_russian : s_english;
}
