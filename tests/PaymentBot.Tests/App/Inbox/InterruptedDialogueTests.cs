using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.Inbox;

public sealed class InterruptedDialogueTests
{
    private const int Stories = 25;

    private static Gen<Interruptions> AnyStory =>
        from length in Gen.Choose(1, 9)
        from steps in Gen.Elements(Enum.GetValues<InterruptionStep>()).ArrayOf(length)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Interruptions(steps, seed);

    [Fact]
    public void Dialogue_interrupted_anywhere_leaves_nothing_stuck() =>
        Prop.ForAll(AnyStory.ToArbitrary(), story => Blocking.Run(() => PlayAsync(story)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Stories));

    private static async Task PlayAsync(Interruptions story)
    {
        await using var bot = await BotHarness.StartAsync();
        var person = new InterruptedPerson(bot, story.Seed);
        await person.PlayAsync(story.Steps);
        await person.FinishAsync();
        Assert.Empty(await bot.Queues.PoisonAsync());
    }
}
