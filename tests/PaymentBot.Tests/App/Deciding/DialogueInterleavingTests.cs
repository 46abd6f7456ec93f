using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Whatever is done in whatever order, nothing is left stuck, nothing is decided that was not asked for, nobody counts twice.</summary>
public sealed class DialogueInterleavingTests
{
    private const int Stories = 8;

    private static readonly string[] s_words =
    [
        "Согласовать с комментарием",
        "Согласовать",
        "Отклонить",
        "Своя причина",
        "Назад",
        "Да,",
        "текст",
        "/help",
        "перезапуск",
        "сумма",
        "коллега",
        "старая кнопка",
    ];

    private static HarnessOptions Options =>
        new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Approvals:ConfirmAbove:RUB"] = "50000",
            },
        };

    [Fact]
    public void Any_interleaving_of_dialogues_leaves_a_way_on() =>
        Prop.ForAll(
                Gen.Choose(0, s_words.Length - 1).ArrayOf(14).ToArbitrary(),
                steps => Blocking.Run(() => PlayAsync(steps))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Stories).WithQuietOnSuccess(true));

    private static async Task PlayAsync(int[] steps)
    {
        await using var bot = await BotHarness.StartAsync(Options);
        bot.Erp.Confidential.Add("Текст решения");
        var id = bot.Erp.Create(Routes.Of(Routes.Everybody, FinancialManager, SecondFinancialManager));
        await bot.SettleAsync();
        var seen = new List<ChatMessage> { bot.Telegram.Card(FinancialManager, id) };
        foreach (var step in steps)
        {
            await StepAsync(bot, id, s_words[step], seen);
            seen.Add(bot.Telegram.Card(FinancialManager, id));
        }

        await FinishAsync(bot, id);
        Assert.DoesNotContain(bot.Erp.Answers(id).Values, answer => (string?)answer["reason"] is "alreadyDecided");
        Assert.DoesNotContain(
            bot.Telegram.Messages(FinancialManager.Telegram.Id),
            message => message.Markup.ForceReply
        );
        Assert.Empty(bot.Telegram.Buttons(FinancialManager, id));
        Assert.Empty(await bot.Queues.PoisonAsync());
    }

    private static async Task StepAsync(BotHarness bot, string id, string word, List<ChatMessage> seen)
    {
        switch (word)
        {
            case "текст":
                await bot.Telegram.SayAsync(FinancialManager, "Текст решения");
                break;
            case "/help":
                await bot.Telegram.SayAsync(FinancialManager, "/help");
                break;
            case "перезапуск":
                await bot.RestartAsync();
                break;
            case "сумма" when bot.Erp.StandIn.Status(id) is "pending":
                bot.Erp.StandIn.ChangeAmount(id, $"{60_000 + seen.Count}.00");
                break;
            case "коллега":
                await PressAsync(bot, SecondFinancialManager, bot.Telegram.Card(SecondFinancialManager, id), "Approve");
                await bot.SettleAsync();
                await PressAsync(bot, SecondFinancialManager, bot.Telegram.Card(SecondFinancialManager, id), "Yes");
                break;
            case "старая кнопка":
                await PressAsync(bot, FinancialManager, seen[seen.Count / 2], string.Empty);
                break;
            default:
                await PressAsync(bot, FinancialManager, bot.Telegram.Card(FinancialManager, id), word);
                break;
        }

        await bot.SettleAsync();
    }

    /// <summary>From wherever it stands, the usual way on: back, if a question is open, then approve and confirm.</summary>
    private static async Task FinishAsync(BotHarness bot, string id)
    {
        foreach (
            var (person, words) in new[]
            {
                (FinancialManager, (string[])["Назад", "Согласовать", "Да,"]),
                (SecondFinancialManager, ["Back", "Approve", "Yes"]),
            }
        )
        {
            foreach (var word in words)
            {
                await PressAsync(bot, person, bot.Telegram.Card(person, id), word);
                await bot.SettleAsync();
            }
        }

        Assert.NotEqual("pending", bot.Erp.StandIn.Status(id));
    }

    private static async Task PressAsync(BotHarness bot, SandboxPerson person, ChatMessage card, string word)
    {
        var button = card.Markup.Buttons.FirstOrDefault(one => one.Text.Contains(word, StringComparison.Ordinal));
        if (button?.CallbackData is { } data)
        {
            await bot.Telegram.TapAsync(person.Telegram.Id, card, data);
        }
    }
}
