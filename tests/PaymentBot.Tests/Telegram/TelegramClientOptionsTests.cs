using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentBot.Bot.Telegram;
using Telegram.Bot;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramClientOptionsTests
{
    [Fact]
    public void Good_options_have_no_fault() =>
        Assert.Empty(new TelegramClientOptions { BotToken = TestBot.Token }.Validate());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAbbCCddEEffGG")]
    [InlineData("12:short")]
    [InlineData("12345678901234567:AAbbCCdd-EEffGGhh")]
    [InlineData("123456:AAbbCCdd-EEff/GGhh")]
    [InlineData("123456:AAbbCCdd-EEffGGhh\n")]
    public void A_wrong_token_is_named_by_its_key_and_not_shown(string? token)
    {
        var fault = Assert.Single(new TelegramClientOptions { BotToken = token! }.Validate());
        Assert.StartsWith("Telegram:BotToken ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("AAbb", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://x.example")]
    [InlineData("https://x.example/?a=b")]
    [InlineData("/relative")]
    public void A_wrong_address_is_named(string address)
    {
        var options = new TelegramClientOptions
        {
            BotToken = TestBot.Token,
            ApiBaseUrl = new(address, UriKind.RelativeOrAbsolute),
        };
        Assert.StartsWith("Telegram:ApiBaseUrl ", Assert.Single(options.Validate()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(601)]
    public void A_wrong_time_out_is_named(int seconds)
    {
        var options = new TelegramClientOptions { BotToken = TestBot.Token, Timeout = TimeSpan.FromSeconds(seconds) };
        Assert.StartsWith("Telegram:Timeout ", Assert.Single(options.Validate()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_refuses_wrong_options() =>
        Assert.Throws<ArgumentException>(() => new TestBot(new() { BotToken = "x" }));

    [Fact]
    public async Task A_registered_client_comes_to_life_at_its_first_use_on_the_registered_handler()
    {
        var made = 0;
        using var telegram = new RecordingTelegram(TestBot.Token);
        telegram.Succeeds("getMe", Wire.Bot);
        await using var services = new ServiceCollection()
            .AddSingleton<Microsoft.Extensions.Logging.ILogger<TelegramClient>>(NullLogger<TelegramClient>.Instance)
            .AddSingleton<TelegramHandlerFactory>(() => telegram)
            .AddTelegramClient(_ =>
            {
                made++;
                return new() { BotToken = TestBot.Token, ApiBaseUrl = new("http://127.0.0.1:5080/") };
            })
            .BuildServiceProvider();
        Assert.Equal(0, made);
        Assert.Equal("pay_bot", (await services.GetRequiredService<TelegramClient>().GetMe()).Username);
        Assert.Equal(1, made);
    }
}
