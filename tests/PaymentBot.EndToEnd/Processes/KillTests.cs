using System.Globalization;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;
using Xunit.Abstractions;

namespace PaymentBot.EndToEnd.Processes;

public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 14;

    /// <summary>Between a first send and the commit that remembers it there may lie this much on a busy machine.</summary>
    private readonly Troupe _troupe = new(casts: 4);
    private readonly List<DateTimeOffset> _killed = [];
    private readonly List<string> _requests = [];
    private BotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await BotWorld.StartAsync(_troupe.Users, _troupe.People);
        _world.Settings["Delivery:LeaseSeconds"] = "3";
        // Longer than an answer takes to come on a busy machine: a card still on its way would be sent again.
        _world.Settings["Delivery:UnknownGraceSeconds"] = "2";
        _world.Settings["Delivery:FilesGraceSeconds"] = "1";
        await _world.LinkInsideAsync(_troupe.Links);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Killed_at_any_moment_the_bot_loses_nothing_and_decides_nothing_twice()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var approvers = new EagerApprovers(_world.Telegram);
        for (var round = 0; round < Kills; round++)
        {
            await LiveAndDieAsync(round, random, approvers);
        }

        await using var bot = await _world.StartReadyBotAsync();
        approvers.LoseFaith();
        _world.CallWebhook();
        await _world.WaitForAsync(() => Unfinished().Count == 0, () => Complaint(seed, bot));
        output.WriteLine($"{approvers.Taps} taps, {Copies().Count} earlier copies");
        foreach (var copy in Copies())
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Copy {copy.MessageId} in {copy.ChatId} of {copy.Date:mm:ss.fff}"
                )
            );
        }

        Assert.Equal(Kills, _killed.Count);
        Assert.All(_requests, AssertDecidedOnce);
        Assert.InRange(Copies().Count, 0, Kills);
        _world.AssertEveryCallWasValid();
        Assert.Equal(0, await bot.TerminateAsync());
        Assert.Equal(string.Empty, (await _world.CommandAsync("poison", "list")).Output);
    }

    private async Task LiveAndDieAsync(int round, Random random, EagerApprovers approvers)
    {
        await using var bot = _world.StartBot();
        approvers.LoseFaith();
        _requests.Add(_world.Erp.Create(_troupe.Request(round)));
        if (random.Next(5) > 0)
        {
            await bot.WaitForAnswerAsync(_world.Health);
            _world.CallWebhook();
        }

        using var moment = new KillMoment(bot, random, _world.Telegram.Changes, _world.Erp.Changes);
        _killed.Add(await moment.Killed.WaitAsync(Eventually.Limit));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Kill {round + 1} at {_killed[^1]:mm:ss.fff}, {moment.Description}"
            )
        );
        await bot.WaitForExitAsync();
    }

    /// <summary>The chats of each request whose newest card does not show the end yet.</summary>
    private List<string> Unfinished() =>
        [
            .. _requests
                .SelectMany((id, index) => _troupe.Audience(index).Select(chat => (id, chat)))
                .Where(pair => !ShowsTheEnd(Cards(pair.id, pair.chat).LastOrDefault()))
                .Select(pair =>
                    $"{pair.id}, {_world.Erp.Status(pair.id)}, in {pair.chat}:\n{Shown(pair.id, pair.chat)}"
                ),
        ];

    private List<ChatMessage> Cards(string requestId, long chatId)
    {
        var number = _world.NumberOf(requestId);
        return
        [
            .. _world
                .Telegram.World.Messages(chatId)!
                .Where(message => message.ByBot && message.Text.Plain.Contains(number, StringComparison.Ordinal)),
        ];
    }

    private string Shown(string requestId, long chatId) =>
        string.Join(
            '\n',
            Cards(requestId, chatId)
                .Select(card =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {card.MessageId} of {card.Date:mm:ss.fff}, edited {card.EditDate:mm:ss.fff}: {card.Text.Plain.Split('\n')[1]}"
                    )
                )
        );

    private List<ChatMessage> Copies() =>
        [
            .. _requests.SelectMany(
                (id, index) => _troupe.Audience(index).SelectMany(chat => Cards(id, chat).SkipLast(1))
            ),
        ];

    private static bool ShowsTheEnd(ChatMessage? card) =>
        card is not null
        && (
            card.Text.Plain.Contains("аявка согласована", StringComparison.Ordinal)
            || card.Text.Plain.Contains("equest approved", StringComparison.Ordinal)
        )
        && !card.Markup.Buttons.Any(button => button.Text.StartsWith('✅'));

    private void AssertDecidedOnce(string id)
    {
        var decisions = _world.Erp.Ledger.Read(
            id,
            document => document.Log.Where(entry => entry.Kind is "decision").Select(entry => entry.Detail!).ToList()
        )!;
        Assert.Equal("approved", _world.Erp.Status(id));
        Assert.Equal(3, decisions.Count(detail => detail.StartsWith("applied:", StringComparison.Ordinal)));
        Assert.All(decisions, detail => Assert.Matches("^(applied|repeated):", detail));
    }

    private string Complaint(int seed, ProgramProcess bot) =>
        $"Seed {seed}. Not finished:\n{string.Join('\n', Unfinished())}\nThe last bot wrote:\n{bot.Everything}";
}
