using PaymentBot.Bot.Deciding;
using PaymentBot.Functions.StandAlone;

namespace PaymentBot.Tests.App;

public sealed class RetryRulesTests
{
    [Fact]
    public void Decision_is_offered_again_ever_later_up_to_ten_minutes()
    {
        var delays = Enumerable.Range(1, 15).Select(attempt => SubmissionSchedule.DelayAfter(attempt, null)).ToList();

        Assert.Equal(TimeSpan.FromSeconds(1), delays[0]);
        Assert.Equal(delays.Order(), delays);
        Assert.Equal(TimeSpan.FromMinutes(10), delays[^1]);
    }

    [Fact]
    public void Longer_retry_after_is_kept_and_a_shorter_one_does_not_hurry()
    {
        Assert.Equal(TimeSpan.FromHours(1), SubmissionSchedule.DelayAfter(1, TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.FromSeconds(8), SubmissionSchedule.DelayAfter(4, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Patience_is_at_least_a_day() => Assert.True(SubmissionSchedule.Patience >= TimeSpan.FromHours(24));

    [Fact]
    public void Failed_message_waits_ever_longer() =>
        Assert.Equal(
            [1, 4, 16, 64, 256, 256],
            Enumerable.Range(1, 6).Select(count => PumpRetry.DelayAfter(count).TotalSeconds)
        );
}
