using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Pull;

/// <summary>Taps, consumers that crash wherever they can, lost answers and restarts of the bot, in any order.</summary>
public sealed class CrashingConsumerTests : PullTest
{
    private const int Stories = 20;

    private static readonly (SandboxPerson Person, string Button)[] Approvers =
    [
        (BudgetHolder, "Согласовать"),
        (FinancialManager, "Согласовать"),
        (SecondFinancialManager, "Approve"),
        (Treasurer, "Согласовать"),
    ];

    private string? _cursor;

    private enum Happening
    {
        Announced,
        Tapped,
        FetchedAndCrashed,
        FetchedAndApplied,
        FetchedAndAcknowledged,
        FetchedWithCursor,
        AcknowledgedTwice,
        StorageFailed,
        BotRestarted,
    }

    private static Gen<Happening[]> AnyStory =>
        from length in Gen.Choose(3, 14)
        from events in Gen.Elements(Enum.GetValues<Happening>()).ArrayOf(length)
        select events;

    [Fact]
    public void Every_decision_is_delivered_at_least_once_applied_once_and_acknowledged() =>
        Prop.ForAll(AnyStory.ToArbitrary(), story => Blocking.Run(() => TellAsync(story)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Stories));

    private static async Task TellAsync(Happening[] story)
    {
        var teller = new CrashingConsumerTests();
        await teller.StartAnewAsync(teller.Options);
        try
        {
            await teller.PlayAsync(story);
        }
        finally
        {
            await teller.DisposeAsync();
        }
    }

    private async Task PlayAsync(Happening[] story)
    {
        var ids = new List<string> { await Bot.AnnounceAsync() };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        JsonObject? lastAck = null;
        foreach (var happening in story)
        {
            switch (happening)
            {
                case Happening.Announced:
                    ids.Add(await Bot.AnnounceAsync());
                    break;
                case Happening.Tapped:
                    await TapAsync(ids);
                    break;
                case Happening.AcknowledgedTwice when lastAck is not null:
                    Assert.Equal(200, (await AckAsync(lastAck, lastAck)).Status);
                    break;
                case Happening.BotRestarted:
                    await Bot.RestartAsync();
                    break;
                default:
                    lastAck = await FetchAsync(happening, story.Length % 5, seen) ?? lastAck;
                    break;
            }

            await Bot.SettleAsync();
        }

        await FinishAsync(ids, seen);
    }

    private async Task<JsonObject?> FetchAsync(Happening happening, int writes, HashSet<string> seen)
    {
        if (happening == Happening.StorageFailed)
        {
            Bot.Storage.FailAfterWrites(writes);
            var ack = await ConsumeAsync(string.Empty, happening, seen);
            Bot.Storage.Heal();
            return ack;
        }

        var from = happening == Happening.FetchedWithCursor && _cursor is not null ? $"?after={_cursor}" : "";
        var reply = await PollAsync(from);
        _cursor = reply.Status == 200 ? Cursor(reply) : _cursor;
        return await ConsumeAsync(from, happening, seen);
    }

    private async Task<JsonObject?> ConsumeAsync(string query, Happening happening, HashSet<string> seen)
    {
        var reply = await PollAsync(query);
        Assert.True(reply.Status is 200 or 204 or 503, reply.Text);
        if (reply.Status != 200 || happening == Happening.FetchedAndCrashed)
        {
            return null;
        }

        var decisions = Decisions(reply);
        seen.UnionWith(decisions.Select(IdOf!));
        var acks = decisions.Select(decision => Decide(decision!)).ToList();
        if (happening != Happening.FetchedAndApplied)
        {
            Assert.True((await AckAsync(acks)).Status is 200 or 503);
        }

        return acks[^1];
    }

    private async Task TapAsync(List<string> ids)
    {
        foreach (var id in ids)
        {
            foreach (var (person, button) in Approvers)
            {
                if (
                    Bot.Telegram.Cards(person.Telegram.Id, id) is [var card]
                    && card.Markup.Buttons.Any(b => b.Text.Contains(button, StringComparison.Ordinal))
                )
                {
                    await Bot.Telegram.TapAsync(person, id, button);
                    return;
                }
            }
        }
    }

    /// <summary>At last a consumer comes that does not crash, and nothing is lost.</summary>
    private async Task FinishAsync(List<string> ids, HashSet<string> seen)
    {
        while (await WorkAsync() > 0)
        {
            // Until nothing is left.
        }

        foreach (var id in ids)
        {
            var decisions = (await Bot.Erp.StateAsync(id))["decisions"]!.AsArray();
            Assert.All(decisions, decision => Assert.Equal("confirmed", (string)decision!["state"]!));
            Assert.Equal(decisions.Count, Bot.Erp.Applied(id));
            Assert.Equal(decisions.Count, Bot.Erp.Answers(id).Count);
            seen.ExceptWith(Bot.Erp.Answers(id).Keys);
        }

        Assert.Empty(seen);
        Assert.Empty(await Bot.Queues.PoisonAsync());
    }
}
