using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Support;

/// <summary>Plays a story in one company: calmly, or with everything going wrong that may.</summary>
internal sealed class StoryTeller(BotHarness bot, Chaos? chaos)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly (SandboxPerson Person, string Approve, string Reject)[] Approvers =
    [
        (SandboxPeople.BudgetHolder, "Согласовать", "Отклонить"),
        (SandboxPeople.FinancialManager, "Согласовать", "Отклонить"),
        (SandboxPeople.SecondFinancialManager, "Approve", "Reject"),
        (SandboxPeople.Treasurer, "Согласовать", "Отклонить"),
    ];

    private readonly List<OutboxMessage> _past = [];
    private int _changes;

    /// <summary>Plays a story from an hour's beginning on.</summary>
    /// <returns>What every chat and the ERP show at the end.</returns>
    public async Task<string> TellAsync(Story story)
    {
        bot.Erp.Announces = false;
        bot.Queues.Chaos = chaos;
        var id = bot.Erp.Create(story.Sample);
        await RestAsync();
        foreach (var happening in story.Events)
        {
            await PlayAsync(id, happening);
            await RestAsync();
        }

        return await ShowAsync(id);
    }

    private async Task PlayAsync(string id, StoryEvent happening)
    {
        switch (happening)
        {
            case StoryEvent.ChangedThrice:
                Change(id, 3);
                break;
            case StoryEvent.Approved:
                await TapAsync(id, approve: true, last: false);
                break;
            case StoryEvent.ApprovedByAnother:
                await TapAsync(id, approve: true, last: true);
                break;
            case StoryEvent.Rejected:
                await TapAsync(id, approve: false, last: false);
                break;
            case StoryEvent.ChangedAndApprovedAtOnce:
                Change(id, 1);
                await TapAsync(id, approve: true, last: false);
                break;
            case StoryEvent.Withdrawn when bot.Erp.StandIn.Status(id) == "pending":
                bot.Erp.StandIn.Withdraw(id);
                break;
            case StoryEvent.OldSnapshotsAgain:
                await DeliverAsync([.. _past]);
                break;
        }
    }

    private void Change(string id, int times)
    {
        for (var count = 0; count < times && bot.Erp.StandIn.Status(id) == "pending"; count++)
        {
            bot.Erp.StandIn.ChangeAmount(id, $"{1000 + ++_changes}.00");
        }
    }

    private async Task TapAsync(string id, bool approve, bool last)
    {
        var able = Approvers.Where(approver => Has(approver.Person, id, approver.Approve)).ToList();
        if (able.Count == 0)
        {
            return;
        }

        var (person, yes, no) = last ? able[^1] : able[0];
        if (approve)
        {
            await PressAsync(person, id, yes);
            return;
        }

        await PressAsync(person, id, no);
        await bot.Queues.RunForAsync(TimeSpan.FromMinutes(5));
        await PressAsync(person, id, person == SandboxPeople.SecondFinancialManager ? "Not now" : "Не сейчас");
    }

    private bool Has(SandboxPerson person, string id, string button) =>
        bot.Telegram.Cards(person.Telegram.Id, id) is [var card]
        && card.Markup.Buttons.Any(b => b.Text.Contains(button, StringComparison.Ordinal));

    /// <summary>A tap; in chaos the update comes twice, and the button is pressed twice.</summary>
    private async Task PressAsync(SandboxPerson person, string id, string word)
    {
        var card = bot.Telegram.Card(person, id);
        var data = TelegramClerk.Data(card, word);
        var update = bot.Telegram.TapOf(person.Telegram.Id, card, data);
        var number = bot.Telegram.NextId();
        await bot.Telegram.PostAsync(number, "callback_query", update.DeepClone());
        if (chaos?.RunsTwice() == true)
        {
            await bot.Telegram.PostAsync(number, "callback_query", update.DeepClone());
            await bot.Telegram.TapAsync(person.Telegram.Id, card, data);
        }
    }

    /// <summary>Delivers what the ERP has to say and lets an hour pass.</summary>
    private async Task RestAsync()
    {
        var start = bot.Now;
        for (var fresh = bot.Erp.TakeAnnouncements(); fresh.Length > 0; fresh = bot.Erp.TakeAnnouncements())
        {
            _past.AddRange(fresh);
            await DeliverAsync(fresh);
            await bot.Queues.RunForAsync(TimeSpan.FromMinutes(10));
        }

        await bot.Queues.RunForAsync(start + Hour - bot.Now);
    }

    private async Task DeliverAsync(OutboxMessage[] messages)
    {
        foreach (var message in chaos?.Shuffle(messages) ?? messages)
        {
            await bot.Erp.DeliverAsync(message);
            if (chaos?.RunsTwice() == true)
            {
                await bot.Erp.DeliverAsync(message);
                await bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Notifications);
                await bot.Queues.RunDueAsync(PaymentBot.Storage.QueueName.Deliveries);
            }
        }
    }

    private async Task<string> ShowAsync(string id)
    {
        var lines = new List<string>();
        foreach (var chat in bot.Telegram.StandIn.World.Chats.OrderBy(chat => chat.Id))
        {
            lines.AddRange(bot.Telegram.Cards(chat.Id, id).Select(card => $"{chat.Id}: {Show(card)}"));
        }

        var state = await bot.Erp.StateAsync(id);
        lines.AddRange(
            state["decisions"]!
                .AsArray()
                .Select(decision => $"{decision!["actor"]} {decision["decision"]} {decision["state"]}")
        );
        lines.AddRange(bot.Erp.Answers(id).Values.Select(answer => $"erp {answer["outcome"]} {answer["reason"]}"));
        lines.Add(bot.Erp.StandIn.Status(id)!);
        return string.Join('\n', lines);
    }

    private static string Show(ChatMessage card) =>
        $"{card.Text.Plain} [{string.Join('|', card.Markup.Buttons.Select(button => button.Text))}]";
}
