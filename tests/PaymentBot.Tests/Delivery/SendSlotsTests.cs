using PaymentBot.Bot.Delivery.Slots;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Delivery;

public sealed class SendSlotsTests : StoreTest
{
    private const long Group = -100;

    [Fact]
    public async Task Two_instances_on_one_store_never_exceed_the_rate()
    {
        SendSlots[] instances = [new(Database.Tables, Clock), new(Database.Tables, Clock)];

        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(run =>
                    Task.Run(async () =>
                        await instances[run % 2]
                            .ReserveAsync(
                                [.. Enumerable.Range(1, 12).Select(chat => new SlotRequest((run * 100) + chat))],
                                CancellationToken.None
                            )
                    )
                )
        );

        var times = runs.SelectMany(run => run).Order().ToArray();
        Assert.Equal(120, times.Distinct().Count());
        Assert.All(times, from => Assert.InRange(times.Count(at => at >= from && at < from.AddSeconds(1)), 1, 30));
        Assert.InRange(times[^1] - times[0], TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4.2));
    }

    [Fact]
    public async Task Group_gets_twenty_in_its_first_minute()
    {
        var slots = new SendSlots(Database.Tables, Clock);
        var start = Clock.GetUtcNow();
        var times = new List<DateTimeOffset>();
        for (var count = 0; count < 40; count++)
        {
            times.Add(await slots.ReserveInteractiveAsync(new SlotRequest(Group), CancellationToken.None));
        }

        Assert.Equal(start, times[0]);
        Assert.All(times, from => Assert.InRange(times.Count(at => at >= from && at < from.AddMinutes(1)), 1, 20));
        Assert.InRange(times[^1] - start, TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(3.5));
    }

    [Fact]
    public async Task Interactive_calls_skip_the_line_of_a_bulk()
    {
        var slots = new SendSlots(Database.Tables, Clock);
        await slots.ReserveAsync(
            [.. Enumerable.Range(1, 300).Select(chat => new SlotRequest(chat))],
            CancellationToken.None
        );

        var at = await slots.ReserveInteractiveAsync(new SlotRequest(1000), CancellationToken.None);

        Assert.Equal(Clock.GetUtcNow(), at);
    }

    [Fact]
    public async Task Paused_chat_waits_and_others_do_not()
    {
        var slots = new SendSlots(Database.Tables, Clock);
        var until = Clock.GetUtcNow().AddSeconds(30);
        await slots.PauseAsync(1, until, CancellationToken.None);
        await slots.PauseAsync(Group, until, CancellationToken.None);

        Assert.Equal(until, await slots.ReserveInteractiveAsync(new SlotRequest(1), CancellationToken.None));
        Assert.Equal(until, await slots.ReserveInteractiveAsync(new SlotRequest(Group), CancellationToken.None));
        Assert.True(await slots.ReserveInteractiveAsync(new SlotRequest(2), CancellationToken.None) < until);
    }

    [Fact]
    public async Task Album_takes_a_slot_for_each_of_its_messages()
    {
        var slots = new SendSlots(Database.Tables, Clock);
        await slots.ReserveAsync([new SlotRequest(1, Weight: 3)], CancellationToken.None);

        var next = await slots.ReserveAsync([new SlotRequest(1)], CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(3), next[0] - Clock.GetUtcNow());
    }
}
