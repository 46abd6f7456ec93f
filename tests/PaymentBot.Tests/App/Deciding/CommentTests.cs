using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Approving with a comment.</summary>
public sealed class CommentTests : BotTest
{
    private const string Comment = "В рамках бюджета <b>& не больше</b>";

    private static readonly string[] Usual = ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"];

    private static long Chat => BudgetHolder.Telegram.Id;

    [Fact]
    public async Task Comment_survives_a_restart_and_reaches_the_erp_and_the_cards_as_it_was_written()
    {
        var id = await PromptAsync();
        var prompt = Bot.Telegram.Last(Chat);
        Assert.True(prompt.Markup.ForceReply);
        Assert.Equal(["← Назад"], Bot.Telegram.Buttons(BudgetHolder, id));
        await Bot.RestartAsync();

        await SayAsync(BudgetHolder, Comment, prompt.MessageId);

        var decision = await Bot.Erp.DecisionAsync(id);
        Assert.Equal(("approve", Comment), ((string)decision["decision"]!, (string)decision["comment"]!));
        Assert.Contains("Комментарий принят", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.MessageId == prompt.MessageId);
        Assert.Contains($"💬 «{Comment}»", Bot.Telegram.Text(FinancialManager, id), StringComparison.Ordinal);
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task In_english_as_well()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        Assert.Equal(
            "Write the comment as a reply to the message",
            await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Approve with a comment")
        );
        await Bot.SettleAsync();
        Assert.Equal(["← Back"], Bot.Telegram.Buttons(SecondFinancialManager, id));
        await SayAsync(SecondFinancialManager, "Fine");

        Assert.Contains("Fine", Bot.Telegram.Text(Treasurer, id), StringComparison.Ordinal);
        Assert.Contains(
            "Comment accepted",
            Bot.Telegram.Last(SecondFinancialManager.Telegram.Id).Text.Plain,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Comment_can_be_called_off()
    {
        var id = await PromptAsync();

        Assert.Equal("Ничего не отправлено", await Bot.Telegram.TapAsync(BudgetHolder, id, "Назад"));
        await Bot.SettleAsync();

        Assert.Equal(Usual, Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.Markup.ForceReply);
        await SayAsync(BudgetHolder, Comment);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("Reject")]
    public async Task Question_goes_when_somebody_else_decides(string decision)
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать с комментарием");
        await Bot.SettleAsync();
        var question = Bot.Telegram.Last(FinancialManager.Telegram.Id);
        Assert.True(question.Markup.ForceReply);

        await Bot.Telegram.TapAsync(SecondFinancialManager, id, decision);
        await Bot.SettleAsync();
        if (decision is "Reject")
        {
            Assert.Contains(Bot.Telegram.Messages(FinancialManager.Telegram.Id), Is(question));
            await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Not now");
            await Bot.SettleAsync();
        }

        Assert.Equal(2, Bot.Erp.Applied(id));
        Assert.DoesNotContain(Bot.Telegram.Messages(FinancialManager.Telegram.Id), Is(question));
        await SayAsync(FinancialManager, "Поздно");
        Assert.Contains(
            "Комментарий больше не нужен",
            Bot.Telegram.Last(FinancialManager.Telegram.Id).Text.Plain,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_that_is_just_being_sent_when_the_document_changes_does_not_stay(bool changesFirst)
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать с комментарием");
        if (!changesFirst)
        {
            await Bot.Queues.RunDueAsync(QueueName.Deliveries);
        }

        Bot.Erp.StandIn.ChangeAmount(id, "5.00");
        await Bot.Erp.FlushAsync();
        if (changesFirst)
        {
            await Bot.Queues.RunDueAsync(QueueName.Notifications);
        }

        await Bot.SettleAsync();

        Assert.DoesNotContain(Bot.Telegram.Messages(Chat), message => message.Markup.ForceReply);
        Assert.Equal(Usual, Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Question_about_another_request_stays()
    {
        var other = await PromptAsync();
        var question = Bot.Telegram.Last(Chat);
        var id = await Bot.AnnounceAsync();

        Bot.Erp.StandIn.ChangeAmount(id, "5.00");
        await Bot.SettleAsync();

        Assert.Contains(Bot.Telegram.Messages(Chat), Is(question));
        await SayAsync(BudgetHolder, Comment, question.MessageId);
        Assert.Equal(1, Bot.Erp.Applied(other));
    }

    [Fact]
    public async Task Comment_on_a_document_that_changed_meanwhile_decides_nothing()
    {
        var id = await PromptAsync();
        Bot.Erp.StandIn.ChangeAmount(id, "5.00");
        await Bot.SettleAsync();

        await SayAsync(BudgetHolder, Comment);

        Assert.Contains("Комментарий больше не нужен", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        Assert.Equal(Usual, Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Text_means_what_was_begun_last_whichever_way_it_goes()
    {
        var first = await PromptAsync();
        var second = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, second, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, second, "Своя причина");
        await Bot.SettleAsync();

        await SayAsync(BudgetHolder, Comment);

        Assert.Equal(0, Bot.Erp.DecisionCalls(first));
        Assert.Equal("rejected", Bot.Erp.StandIn.Status(second));
        Assert.Equal(Usual, Bot.Telegram.Buttons(BudgetHolder, first));
    }

    [Fact]
    public async Task Too_long_a_comment_is_asked_for_again()
    {
        var id = await PromptAsync();

        await SayAsync(BudgetHolder, new string('я', 501));

        Assert.Contains("не больше 500 символов", Bot.Telegram.Last(Chat).Text.Plain, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
        await SayAsync(BudgetHolder, Comment);
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    private static Predicate<ChatMessage> Is(ChatMessage message) => other => other.MessageId == message.MessageId;

    private async Task<string> PromptAsync()
    {
        Bot.Erp.Confidential.Add(Comment);
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать с комментарием");
        await Bot.SettleAsync();
        return id;
    }

    private async Task SayAsync(SandboxPerson person, string text, long? replyTo = null)
    {
        await Bot.Telegram.SayAsync(person, text, replyTo);
        await Bot.SettleAsync();
    }
}
