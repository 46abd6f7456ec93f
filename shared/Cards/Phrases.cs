namespace PaymentBot.Cards;

/// <summary>The sentences of each language.</summary>
public static class Phrases
{
    private static readonly RussianPhrases Russian = new();
    private static readonly EnglishPhrases English = new();

    /// <summary>The sentences of <paramref name="language"/>; safe to share between threads.</summary>
    public static IPhrases For(Language language) => language == Language.Russian ? Russian : English;
}
