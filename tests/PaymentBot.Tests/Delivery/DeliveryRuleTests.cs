using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Tests.Delivery;

public sealed class DeliveryRuleTests
{
    [Fact]
    public void Retry_after_is_kept_with_a_margin()
    {
        var verdict = Decide(TelegramErrorClass.Retry, retryAfter: TimeSpan.FromSeconds(7));

        var putBack = Assert.IsType<DeliveryVerdict.PutBack>(verdict);
        Assert.InRange(putBack.Delay, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Delay_grows_to_five_minutes_and_the_job_is_given_up_in_the_end()
    {
        var delays = Enumerable.Range(0, 20).Select(DeliveryRule.DelayAfter).ToList();

        Assert.Equal(TimeSpan.FromSeconds(1), delays[0]);
        Assert.Equal(delays.Order(), delays);
        Assert.Equal(TimeSpan.FromMinutes(5), delays[^1]);
        Assert.IsType<DeliveryVerdict.PutBack>(Decide(TelegramErrorClass.Retry, attempt: 299));
        Assert.IsType<DeliveryVerdict.GiveUp>(Decide(TelegramErrorClass.Retry, attempt: 300));
    }

    [Fact]
    public void Unknown_outcome_is_repeated_only_where_a_repetition_shows_nothing_new()
    {
        Assert.IsType<DeliveryVerdict.PutBack>(Decide(TelegramErrorClass.OutcomeUnknown, repeatable: true));
        Assert.IsType<DeliveryVerdict.Unknown>(Decide(TelegramErrorClass.OutcomeUnknown));
    }

    [Fact]
    public void Waits_after_unknown_outcomes_grow_and_end()
    {
        var grace = TimeSpan.FromMinutes(1);

        Assert.Equal(
            [grace, grace * 4, grace * 16, grace * 64, null],
            Enumerable.Range(0, 5).Select(count => DeliveryRule.AfterUnknown(grace, count))
        );
    }

    [Fact]
    public void Group_that_moved_is_followed_where_the_new_id_is_known()
    {
        var moved = Assert.IsType<DeliveryVerdict.Moved>(Decide(TelegramErrorClass.Migrate, migrateTo: -5));
        Assert.Equal(-5, moved.ChatId);
        Assert.IsType<DeliveryVerdict.PutBack>(Decide(TelegramErrorClass.Migrate));
    }

    [Theory]
    [InlineData(TelegramErrorClass.NoOp, typeof(DeliveryVerdict.Done))]
    [InlineData(TelegramErrorClass.Expired, typeof(DeliveryVerdict.Done))]
    [InlineData(TelegramErrorClass.Gone, typeof(DeliveryVerdict.Unreachable))]
    [InlineData(TelegramErrorClass.MessageGone, typeof(DeliveryVerdict.SendAnew))]
    [InlineData(TelegramErrorClass.Input, typeof(DeliveryVerdict.GiveUp))]
    [InlineData(TelegramErrorClass.Rights, typeof(DeliveryVerdict.GiveUp))]
    [InlineData(TelegramErrorClass.Config, typeof(DeliveryVerdict.PutBack))]
    public void Each_class_has_its_answer(TelegramErrorClass errorClass, Type verdict) =>
        Assert.IsType(verdict, Decide(errorClass));

    private static DeliveryVerdict Decide(
        TelegramErrorClass errorClass,
        TimeSpan? retryAfter = null,
        long? migrateTo = null,
        int attempt = 0,
        bool repeatable = false
    ) => DeliveryRule.Decide(errorClass, retryAfter, migrateTo, attempt, repeatable);
}
