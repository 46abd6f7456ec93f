using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App;

public sealed class RateTests : BotTest
{
    private static readonly SandboxPerson[] Crowd = Company.Crowd(60);

    internal override HarnessOptions Options { get; } = new() { MorePeople = Crowd, EnforceRates = true };

    [Fact]
    public async Task Sixty_cards_keep_thirty_a_second_and_waste_no_time()
    {
        var id = Bot.Erp.Create(ForCrowd());
        await Bot.SettleAsync();

        var calls = Bot.Telegram.Tape.Of("sendMessage");
        Assert.Equal(62, calls.Count);
        Assert.DoesNotContain(Bot.Telegram.Tape.Calls, taped => taped.Call.Status == 429);
        var times = calls.Select(taped => taped.At).Order().ToArray();
        Assert.InRange(times[^1] - times[0], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.4));
        Assert.All(times, start => Assert.InRange(times.Count(at => at >= start && at < start.AddSeconds(1)), 1, 30));
        Assert.All(Crowd, person => Assert.Single(Bot.Telegram.Cards(person.Telegram.Id, id)));
    }

    [Fact]
    public async Task Cards_whose_slots_passed_in_a_stall_do_not_leave_all_at_once()
    {
        var id = Bot.Erp.Create(ForCrowd());
        await Bot.Erp.FlushAsync();
        await Bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Notifications);
        Bot.Clock.Advance(TimeSpan.FromSeconds(10));

        await Bot.SettleAsync();

        Assert.DoesNotContain(Bot.Telegram.Tape.Calls, taped => taped.Call.Status == 429);
        Assert.All(Crowd, person => Assert.Single(Bot.Telegram.Cards(person.Telegram.Id, id)));
    }

    [Fact]
    public async Task Many_requests_at_once_keep_each_chats_and_the_groups_rate()
    {
        for (var count = 0; count < 12; count++)
        {
            Bot.Erp.Create(ForCrowd(people: 3));
        }

        await Bot.SettleAsync();

        Assert.DoesNotContain(Bot.Telegram.Tape.Calls, taped => taped.Call.Status == 429);
        foreach (var chat in Bot.Telegram.Tape.Of("sendMessage").GroupBy(taped => taped.ChatId!.Value))
        {
            var times = chat.Select(taped => taped.At).Order().ToArray();
            Assert.Equal(12, times.Length);
            if (chat.Key > 0)
            {
                Assert.All(
                    times.Zip(times.Skip(1)),
                    pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(0.99))
                );
            }
        }
    }

    [Fact]
    public async Task Taps_skip_the_line_of_a_bulk()
    {
        var first = Bot.Erp.Create(ForCrowd(people: 1));
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(5));
        Bot.Erp.Create(ForCrowd());
        await Bot.Erp.FlushAsync();
        await Bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Notifications);
        var at = Bot.Now;

        await Bot.Telegram.TapAsync(Crowd[0], first, "Согласовать");
        await Bot.SettleAsync();

        var edited = Bot.Telegram.Tape.Of("editMessageText").First(taped => taped.ChatId == Crowd[0].Telegram.Id);
        Assert.InRange(edited.At - at, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        Assert.DoesNotContain(Bot.Telegram.Tape.Calls, taped => taped.Call.Status == 429);
    }

    private static JsonObject ForCrowd(int people = 60)
    {
        var snapshot = SampleRequests.Get(1);
        snapshot["route"] = new JsonArray(
            new JsonObject
            {
                ["stage"] = 1,
                ["role"] = "crowd",
                ["rule"] = "any",
                ["state"] = "current",
                ["approvers"] = new JsonArray([.. Crowd.Take(people).Select(person => person.Erp.ToJson())]),
            }
        );
        return snapshot;
    }
}
