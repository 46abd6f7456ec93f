using PaymentBot.Testing.Schema;

namespace PaymentBot.Tests.Telegram.Schema;

public sealed class TelegramHtmlTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("<b>a <i>b</i></b> c", "a b c")]
    [InlineData("&lt;&gt;&amp;&quot;&#1065;&#x1F600;", "<>&\"Щ😀")]
    [InlineData("<a href=\"https://x.example/?a=1&amp;b=2\">x</a>", "x")]
    [InlineData("<pre><code class=\"language-c\">x</code></pre>", "x")]
    [InlineData("<blockquote expandable>x</blockquote>", "x")]
    [InlineData("<span class=\"tg-spoiler\">x</span><tg-spoiler>y</tg-spoiler>", "xy")]
    [InlineData("<tg-emoji emoji-id=\"1\">x</tg-emoji><tg-time unix=\"1\" format=\"D\">y</tg-time>", "xy")]
    [InlineData("<B>x</b>", "x")]
    public void What_Telegram_takes_is_right(string html, string text)
    {
        var parsed = TelegramHtml.Parse(html);
        Assert.Empty(parsed.Faults);
        Assert.Equal(text, parsed.Text);
    }

    [Theory]
    [InlineData("a < b")]
    [InlineData("a > b")]
    [InlineData("a & b")]
    [InlineData("a&nbsp;b")]
    [InlineData("<b>x")]
    [InlineData("x</b>")]
    [InlineData("<b><i>x</b></i>")]
    [InlineData("<p>x</p>")]
    [InlineData("x<br/>y")]
    [InlineData("<a>x</a>")]
    [InlineData("<a href=\"\">x</a>")]
    [InlineData("<b onclick=\"x\">x</b>")]
    [InlineData("<span class=\"red\">x</span>")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>")]
    [InlineData("<code><b>x</b></code>")]
    public void What_Telegram_refuses_or_shows_raw_is_a_fault(string html) =>
        Assert.NotEmpty(TelegramHtml.Parse(html).Faults);
}
