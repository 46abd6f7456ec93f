using PaymentBot.Bot.Delivery.Slots;
using PaymentBot.Tests.Storage;

namespace PaymentBot.Tests.Delivery;

public sealed class SendSlotsRushTests() : SqliteTest(new SqliteFixture())
{
    private const int Sends = 200;

    [Fact]
    public async Task Slots_taken_at_once_are_all_different()
    {
        var slots = new SendSlots(Sqlite.Tables, Sqlite.Clock);

        var times = await Task.WhenAll(Enumerable.Range(1, Sends).Select(chat => TakeAsync(slots, chat)));

        // A send in the bulk lane and one in the lane that bulk leaves free may go in the same instant, no third one.
        Assert.All(times.GroupBy(time => time), same => Assert.InRange(same.Count(), 1, 2));
        Assert.True(times.Max() - times.Min() >= TimeSpan.FromSeconds((Sends / 30.0) - 1));
    }

    [Fact]
    public async Task Slots_taken_at_once_through_two_instances_are_all_different()
    {
        SendSlots[] instances =
        [
            new SendSlots(Sqlite.Tables, Sqlite.Clock),
            new SendSlots(Sqlite.Tables, Sqlite.Clock),
        ];

        var times = await Task.WhenAll(
            Enumerable.Range(1, Sends).Select(chat => TakeAsync(instances[chat % instances.Length], chat))
        );

        Assert.All(times.GroupBy(time => time), same => Assert.InRange(same.Count(), 1, 2));
    }

    private static async Task<DateTimeOffset> TakeAsync(SendSlots slots, int chat) =>
        await slots.ReserveInteractiveAsync(new SlotRequest(chat), None);
}
