using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App;

public sealed class AnyOrderTests
{
    private const int Stories = 25;

    private static Gen<Story> AnyStory =>
        from sample in Gen.Choose(1, 3)
        from length in Gen.Choose(1, 5)
        from events in Gen.Elements(Enum.GetValues<StoryEvent>()).ArrayOf(length)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Story(sample, events, seed);

    [Fact]
    public void Any_order_repetition_and_loss_with_retry_ends_in_the_same_cards() =>
        Prop.ForAll(AnyStory.ToArbitrary(), story => Blocking.Run(() => CompareAsync(story)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Stories));

    private async Task CompareAsync(Story story)
    {
        await using var calm = await BotHarness.StartAsync();
        await using var wild = await BotHarness.StartAsync();

        var expected = await new StoryTeller(calm, null).TellAsync(story);
        var chaos = new Chaos(story.Seed);
        var actual = await new StoryTeller(wild, chaos).TellAsync(story);

        Assert.Equal(expected, actual);
        Assert.Empty(await wild.Queues.PoisonAsync());
    }
}
