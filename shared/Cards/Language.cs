namespace PaymentBot.Cards;

/// <summary>The languages the bot speaks to people. What an error says to an ERP has its own list, for its texts belong to the contract.</summary>
public enum Language
{
    /// <summary>Russian, <c>ru</c>.</summary>
    Russian,

    /// <summary>English, <c>en</c>.</summary>
    English,
}

/// <summary>Chooses a language from an IETF language tag (https://core.telegram.org/bots/api#user).</summary>
public static class LanguageTags
{
    /// <summary>
    /// Russian for <c>ru</c> and <c>ru-*</c>, English for any other tag, <paramref name="fallback"/> when Telegram told none. Case does
    /// not matter.
    /// </summary>
    /// <param name="languageCode">Telegram's <c>language_code</c>, or null.</param>
    /// <param name="fallback">The language for readers whose own is not known.</param>
    public static Language Parse(string? languageCode, Language fallback)
    {
        if (string.IsNullOrWhiteSpace(languageCode))
        {
            return fallback;
        }

        var tag = languageCode.Trim();
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? tag.AsSpan() : tag.AsSpan(0, end);
        return primary.Equals("ru", StringComparison.OrdinalIgnoreCase) ? Language.Russian : Language.English;
    }

    /// <summary>The ISO 639-1 code of <paramref name="language"/>, such as <c>ru</c>.</summary>
    public static string CodeOf(Language language) => language == Language.Russian ? "ru" : "en";
}
