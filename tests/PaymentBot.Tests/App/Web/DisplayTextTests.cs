using PaymentBot.Functions.SignIn.Pages;

namespace PaymentBot.Tests.App.Web;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("Ольга Морозова", "Ольга Морозова")]
    [InlineData("  Ольга\r\n\tМорозова ", "Ольга Морозова")]
    [InlineData("Ольга\u2028Морозова", "Ольга Морозова")]
    [InlineData("\u202Eагьло\u202C", "агьло")]
    [InlineData("a\u200Bb\u2066c\uFEFFd\u00ADe", "abcde")]
    [InlineData("👩‍💼 Boss", "👩‍💼 Boss")]
    public void Names_are_one_line_without_hidden_characters(string name, string shown) =>
        Assert.Equal(shown, DisplayText.Clean(name));

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_missing() =>
        Assert.Equal("\uFFFDx", DisplayText.Clean("\uD800x"));

    [Fact]
    public void Long_names_are_cut() =>
        Assert.Equal(new string('a', 80) + "…", DisplayText.Clean(new string('a', 5000)));
}
