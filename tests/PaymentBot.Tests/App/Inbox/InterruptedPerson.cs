using PaymentBot.Bot.Requests;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.Inbox;

/// <summary>An approver who begins things and does others instead, and in the end approves.</summary>
internal sealed class InterruptedPerson(BotHarness bot, int seed)
{
    private static readonly SandboxPerson Me = SandboxPeople.BudgetHolder;

    /// <summary>Buttons that decide, or leave the company: what they do is no interruption.</summary>
    private static readonly string[] Deciding = ["Согласовать", "Не хватает", "Ошибка", "Нет в бюджете", "Не сейчас"];

    private readonly Random _random = new(seed);
    private readonly List<(ChatMessage Message, string Data)> _old = [];
    private string _id = string.Empty;
    private int _changes;
    private bool _outlived;

    private static long Chat => Me.Telegram.Id;

    public async Task PlayAsync(IReadOnlyList<InterruptionStep> steps)
    {
        _id = await bot.AnnounceAsync();
        foreach (var step in steps)
        {
            Remember();
            _outlived |= step is InterruptionStep.WaitADay;
            await PlayAsync(step);
            if (_random.Next(2) == 0)
            {
                await bot.SettleAsync();
            }
        }

        await bot.SettleAsync();
    }

    /// <summary>Whatever was begun, there is one card, it leads back to the decision, and the decision counts.</summary>
    public async Task FinishAsync()
    {
        Assert.Equal("pending", bot.Erp.StandIn.Status(_id));
        for (var count = 0; count < 2 && Has("Назад"); count++)
        {
            await bot.Telegram.TapAsync(Me, _id, "Назад");
            await bot.SettleAsync();
        }

        Assert.Equal(["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"], bot.Telegram.Buttons(Me, _id));
        await AnswerWhatIsLeftAsync();
        await bot.Telegram.TapAsync(Me, _id, "Согласовать");
        await bot.SettleAsync();
        Assert.Equal(1, bot.Erp.Applied(_id));
        Assert.Empty(bot.Telegram.Buttons(Me, _id));
    }

    /// <summary>A question may outlive what it was asked for when a day passed: its answer is answered, and rejects nothing.</summary>
    private async Task AnswerWhatIsLeftAsync()
    {
        var questions = bot.Telegram.Messages(Chat).Where(message => message.Markup.ForceReply).ToList();
        Assert.True(questions.Count == 0 || _outlived);
        foreach (var question in questions)
        {
            var before = bot.Telegram.Last(Chat).MessageId;
            bot.Clock.Advance(TimeSpan.FromHours(1));
            await bot.Telegram.SayAsync(Me, "Нет оснований", question.MessageId);
            await bot.SettleAsync();
            Assert.NotEqual(before, bot.Telegram.Last(Chat).MessageId);
            Assert.Equal("pending", bot.Erp.StandIn.Status(_id));
        }
    }

    private Task PlayAsync(InterruptionStep step) =>
        step switch
        {
            InterruptionStep.BeginRejecting => TapIfThereAsync("Отклонить"),
            InterruptionStep.BeginWriting => BeginWritingAsync(),
            InterruptionStep.GoBack => TapIfThereAsync("Назад"),
            InterruptionStep.ChooseQuietHours => ChooseQuietHoursAsync(),
            InterruptionStep.PressAnyOldButton => PressAnyOldButtonAsync(),
            InterruptionStep.DocumentChanges => ChangeDocument(),
            InterruptionStep.BotRestarts => bot.RestartAsync(),
            InterruptionStep.WaitADay => bot.Queues.RunForAsync(TimeSpan.FromHours(25)),
            _ => bot.Telegram.SayAsync(Me, WordsOf(step)),
        };

    private string WordsOf(InterruptionStep step) =>
        step switch
        {
            InterruptionStep.OpenSettings => "/settings",
            InterruptionStep.WriteHours => "22:30-7:45 Asia/Omsk",
            InterruptionStep.AskForList => "/pending",
            InterruptionStep.AskForHelp => "/help",
            InterruptionStep.OpenFromLink => $"/start r-{RequestKey.Of(new PaymentBot.Approvals.RequestId(_id)).Value}",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    private async Task BeginWritingAsync()
    {
        await TapIfThereAsync("Отклонить");
        await bot.SettleAsync();
        await TapIfThereAsync("Своя причина");
    }

    private async Task ChooseQuietHoursAsync()
    {
        await bot.Telegram.SayAsync(Me, "/settings");
        await bot.SettleAsync();
        await PressAsync(bot.Telegram.Last(Chat), "s:q");
    }

    private async Task PressAnyOldButtonAsync()
    {
        if (_old.Count > 0)
        {
            var (message, data) = _old[_random.Next(_old.Count)];
            await PressAsync(message, data);
        }
    }

    private Task ChangeDocument()
    {
        bot.Erp.StandIn.ChangeAmount(_id, $"{5000 + ++_changes}.00");
        return Task.CompletedTask;
    }

    private void Remember()
    {
        foreach (var message in bot.Telegram.Messages(Chat).Where(message => message.ByBot))
        {
            _old.AddRange(
                message
                    .Markup.Buttons.Where(button =>
                        !Deciding.Any(word => button.Text.Contains(word, StringComparison.Ordinal))
                    )
                    .Where(button => button.CallbackData is not null and not ['s', ':', 'l', ..])
                    .Select(button => (message, button.CallbackData!))
            );
        }
    }

    private bool Has(string word) =>
        bot.Telegram.Cards(Chat, _id) is [var card]
        && card.Markup.Buttons.Any(button => button.Text.Contains(word, StringComparison.Ordinal));

    private async Task TapIfThereAsync(string word)
    {
        if (Has(word))
        {
            await bot.Telegram.TapAsync(Me, _id, word);
        }
    }

    private async Task PressAsync(ChatMessage message, string data)
    {
        var result = await bot.Telegram.TapAsync(Chat, message, data);
        Assert.Equal(200, result.Status);
    }
}
