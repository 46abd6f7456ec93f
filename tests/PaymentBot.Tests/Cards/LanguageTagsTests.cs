using PaymentBot.Cards;

namespace PaymentBot.Tests.Cards;

public sealed class LanguageTagsTests
{
    [Theory]
    [InlineData("ru", Language.English, Language.Russian)]
    [InlineData("ru-RU", Language.English, Language.Russian)]
    [InlineData("RU_ru", Language.English, Language.Russian)]
    [InlineData("en", Language.Russian, Language.English)]
    [InlineData("uk", Language.Russian, Language.English)]
    [InlineData("run", Language.Russian, Language.English)]
    [InlineData("rue", Language.Russian, Language.English)]
    [InlineData("", Language.Russian, Language.Russian)]
    [InlineData(" ", Language.English, Language.English)]
    [InlineData(null, Language.Russian, Language.Russian)]
    public void Tag_chooses_the_language(string? tag, Language fallback, Language language) =>
        Assert.Equal(language, LanguageTags.Parse(tag, fallback));
}
