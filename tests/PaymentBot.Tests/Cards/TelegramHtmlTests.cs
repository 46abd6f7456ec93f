namespace PaymentBot.Tests.Cards;

public sealed class TelegramHtmlTests
{
    [Theory]
    [InlineData("<b>a")]
    [InlineData("a</b>")]
    [InlineData("<b><code>a</b></code>")]
    [InlineData("<br>")]
    [InlineData("a < b")]
    [InlineData("a > b")]
    [InlineData("a & b")]
    [InlineData("a &nbsp; b")]
    [InlineData("<blockquote><blockquote>a</blockquote></blockquote>")]
    public void Checker_refuses_what_Telegram_refuses(string html) =>
        Assert.Throws<FormatException>(() => TelegramHtml.Parse(html));

    [Fact]
    public void Checker_refuses_half_a_surrogate_pair() =>
        Assert.Throws<FormatException>(() => TelegramHtml.Parse(string.Concat("a", '\uD83D')));

    [Fact]
    public void Checker_counts_code_points_after_parsing()
    {
        var parsed = TelegramHtml.Parse("<b>a &amp; 😀</b>");
        Assert.Equal("a & 😀", parsed.Text);
        Assert.Equal(5, parsed.CodePoints);
        Assert.Equal(1, parsed.Entities);
    }
}
