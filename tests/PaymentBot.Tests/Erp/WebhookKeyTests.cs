using PaymentBot.Erp.Signatures;

namespace PaymentBot.Tests.Erp;

public sealed class WebhookKeyTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(64)]
    public void Keys_of_24_to_64_bytes_are_taken(int bytes) =>
        Assert.True(WebhookKey.TryParse("whsec_" + Convert.ToBase64String(new byte[bytes]), out _));

    [Theory]
    [InlineData(23)]
    [InlineData(65)]
    [InlineData(100)]
    [InlineData(0)]
    public void Shorter_and_longer_keys_are_not(int bytes) =>
        Assert.False(WebhookKey.TryParse("whsec_" + Convert.ToBase64String(new byte[bytes]), out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not-base64-but-long-enough-for-it")]
    public void The_error_names_the_setting_and_not_the_value(string? text)
    {
        var error = Assert.Throws<FormatException>(() => WebhookKey.Parse(text, "Erp__OutboundKey"));

        Assert.Contains("Erp__OutboundKey", error.Message, StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(text))
        {
            Assert.DoesNotContain(text, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_never_prints_itself() =>
        Assert.Equal("whsec_***", WebhookKey.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "Key").ToString());
}
