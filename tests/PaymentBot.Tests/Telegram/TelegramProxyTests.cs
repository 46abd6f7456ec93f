using PaymentBot.Bot.Telegram;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramProxyTests
{
    [Theory]
    [InlineData("socks5://proxy.example.ru:1080", true, "proxy.example.ru", 1080, null, null)]
    [InlineData("socks5h://proxy.example.ru:1080", true, "proxy.example.ru", 1080, null, null)]
    [InlineData("http://10.0.0.1:80/", false, "10.0.0.1", 80, null, null)]
    [InlineData("socks5://bot@[::1]:1080", true, "::1", 1080, "bot", "")]
    [InlineData("http://bot:p%40ss%3Aword@proxy:3128", false, "proxy", 3128, "bot", "p@ss:word")]
    public void Address_is_read(string text, bool isSocks, string host, int port, string? login, string? password)
    {
        Assert.True(TelegramProxy.TryParse(text, out var proxy));
        Assert.Equal((isSocks, host, port), (proxy.IsSocks, proxy.Host, proxy.Port));
        Assert.Equal((login, password), (proxy.Login, proxy.Password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("proxy:1080")]
    [InlineData("socks5://proxy")]
    [InlineData("http://proxy")]
    [InlineData("https://proxy:443")]
    [InlineData("socks4://proxy:1080")]
    [InlineData("socks5://proxy:1080/path")]
    [InlineData("socks5://proxy:1080?query")]
    [InlineData("socks5://:word@proxy:1080")]
    public void What_is_none_is_refused(string? text) => Assert.False(TelegramProxy.TryParse(text, out _));

    [Fact]
    public void Password_is_not_printed()
    {
        Assert.True(TelegramProxy.TryParse("socks5://bot:hush@proxy:1080", out var proxy));
        Assert.Equal("socks5://proxy:1080", proxy.ToString());
    }
}
