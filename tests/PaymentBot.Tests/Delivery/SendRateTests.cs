using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Bot.Delivery.Slots;

namespace PaymentBot.Tests.Delivery;

public sealed class SendRateTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(50);

    [Fact]
    public void Private_chat_gets_one_a_second()
    {
        var (first, used) = SendRate.PrivateChat.Take(DateTimeOffset.UnixEpoch, Start);
        var (second, _) = SendRate.PrivateChat.Take(used, Start);

        Assert.Equal((Start, Start.AddSeconds(1)), (first, second));
    }

    [Fact]
    public void Idle_rate_gives_the_slot_at_once() =>
        Assert.Equal(Start, SendRate.Bulk.Take(Start.AddMinutes(-1), Start).At);

    [Fact]
    public void Group_never_gets_more_than_twenty_in_any_minute_whatever_is_asked_when() =>
        HoldsWindow(SendRate.Group, TimeSpan.FromMinutes(1), 20);

    [Fact]
    public void Bulk_and_interactive_together_never_exceed_thirty_in_any_second()
    {
        HoldsWindow(SendRate.Bulk, TimeSpan.FromSeconds(1), 29);
        HoldsWindow(SendRate.Interactive, TimeSpan.FromSeconds(1), 1);
    }

    private static void HoldsWindow(SendRate rate, TimeSpan window, int limit) =>
        Prop.ForAll(
                Gen.Choose(0, 8000).ListOf(150).ToArbitrary(),
                pauses =>
                {
                    var used = DateTimeOffset.UnixEpoch;
                    var now = Start;
                    var times = new List<DateTimeOffset>();
                    foreach (var pause in pauses)
                    {
                        now = now.AddMilliseconds(pause > 6000 ? pause : 0);
                        (var at, used) = rate.Take(used, now);
                        times.Add(at);
                    }

                    return times.TrueForAll(from => times.Count(at => at >= from && at < from + window) <= limit);
                }
            )
            .QuickCheckThrowOnFailure();
}
