using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Tests.Telegram;

public sealed class InlineKeyboardButtonTests
{
    [Fact]
    public void Callback_data_of_64_bytes_is_taken() =>
        Assert.Equal(32, InlineKeyboardButton.Callback("x", new string('Щ', 32)).CallbackData!.Length);

    [Theory]
    [InlineData("")]
    [InlineData("ЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩa")]
    public void Callback_data_of_no_or_65_bytes_is_refused(string data) =>
        Assert.Throws<ArgumentException>(() => InlineKeyboardButton.Callback("x", data));

    [Fact]
    public void A_label_is_needed() => Assert.Throws<ArgumentException>(() => InlineKeyboardButton.OpenUrl(" ", "u"));

    [Fact]
    public void An_address_is_needed() => Assert.Throws<ArgumentException>(() => InlineKeyboardButton.OpenUrl("x", ""));

    [Fact]
    public void A_text_to_copy_is_needed() =>
        Assert.Throws<ArgumentException>(() => InlineKeyboardButton.Copy("x", ""));
}
