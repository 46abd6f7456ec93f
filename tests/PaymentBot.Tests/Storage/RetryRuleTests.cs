using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

/// <summary>Whether and when a service is asked again.</summary>
public sealed class RetryRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, 300)]
    [InlineData(1, 1, 500)]
    [InlineData(2, 0.5, 800)]
    [InlineData(3, 0.5, 1600)]
    [InlineData(4, 0.5, 3200)]
    public void Pauses_double_and_spread(int attempts, double chance, int milliseconds)
    {
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            RetryRule.Delay(attempts, TimeSpan.Zero, retryAfter: null, chance)
        );
    }

    [Fact]
    public void Service_says_how_long()
    {
        Assert.Equal(TimeSpan.FromSeconds(3), RetryRule.Delay(1, TimeSpan.Zero, TimeSpan.FromSeconds(3), 0.5));
        Assert.Equal(TimeSpan.Zero, RetryRule.Delay(1, TimeSpan.Zero, TimeSpan.Zero, 0.5));
    }

    [Fact]
    public void Neither_the_sixth_attempt_nor_one_after_25_seconds_is_made()
    {
        Assert.Null(RetryRule.Delay(5, TimeSpan.Zero, retryAfter: null, 0.5));
        Assert.Null(RetryRule.Delay(1, RetryRule.Budget, retryAfter: null, 0.5));
        Assert.Null(RetryRule.Delay(1, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(6), 0.5));
        Assert.NotNull(RetryRule.Delay(1, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5), 0.5));
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(501, false)]
    [InlineData(409, false)]
    [InlineData(412, false)]
    [InlineData(404, false)]
    [InlineData(403, false)]
    [InlineData(200, false)]
    public void Only_passing_failures_are_asked_again(int status, bool passing)
    {
        Assert.Equal(passing, RetryRule.IsPassing(status));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("17", 17)]
    [InlineData("Sun, 01 Mar 2026 12:00:30 GMT", 30)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    public void Retry_after_is_seconds_or_an_instant(string value, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfterHeader.Read(value, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    public void Retry_after_that_says_nothing_is_none(string? value)
    {
        Assert.Null(RetryAfterHeader.Read(value, Now));
    }
}
