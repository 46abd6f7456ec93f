using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class LoginOfferTests : SignInTest
{
    [Theory]
    [InlineData("/login")]
    [InlineData("/start login")]
    [InlineData("/login@payment_sandbox_bot")]
    public async Task Login_answers_with_a_button_to_the_browser(string text)
    {
        await Bot.Telegram.SayAsync(Treasurer.Telegram.Id, Treasurer.Telegram, text);

        var answer = Bot.Telegram.Last(Treasurer.Telegram.Id);
        var button = Assert.Single(answer.Markup.Buttons);
        Assert.Equal("Войти через Google", button.Text);
        Assert.Null(button.CallbackData);
        Assert.StartsWith("https://bot.example.ru/pay/api/oauth/start?ticket=", button.Url, StringComparison.Ordinal);
        Assert.Contains("10 минут", answer.Text.Plain, StringComparison.Ordinal);
        Bot.Secrets.Add(button.Url!.Split('=')[1]);
    }

    [Fact]
    public async Task Ticket_lies_in_no_queue_and_in_no_table()
    {
        var ticket = await AskAsync(Treasurer.Telegram);

        Assert.Null(
            await Bot
                .Services.GetRequiredService<IQueueReceiver>()
                .NextVisibleAsync(QueueName.Deliveries, CancellationToken.None)
        );
        var rows = Bot
            .Services.GetRequiredService<ITableStore>()
            .ReadAllAsync(TableName.LoginTickets, new TableQuery(), CancellationToken.None);
        await foreach (var row in rows)
        {
            Assert.DoesNotContain(
                ticket,
                $"{row.PartitionKey} {row.RowKey} {string.Join(' ', row.Properties.Values)}",
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Second_login_makes_the_first_worthless()
    {
        var first = await AskAsync(Treasurer.Telegram);
        var second = await AskAsync(Treasurer.Telegram);

        Assert.Null(await Tickets.FindAsync(first, CancellationToken.None));
        Assert.NotNull(await Tickets.FindAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task Update_that_comes_again_is_answered_again()
    {
        var id = Bot.Telegram.NextId();
        await Bot.Telegram.SayAsync(Treasurer.Telegram.Id, Treasurer.Telegram, "/login", id);
        await Bot.Telegram.SayAsync(Treasurer.Telegram.Id, Treasurer.Telegram, "/login", id);

        Assert.Equal(2, Bot.Telegram.Messages(Treasurer.Telegram.Id).Count(message => message.ByBot));
    }

    [Fact]
    public async Task Too_many_logins_have_to_wait()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await AskAsync(Treasurer.Telegram);
        }

        Assert.Equal("Слишком много попыток. Подождите минуту.", await SayAsync(Treasurer.Telegram, "/login"));
        Assert.NotNull(await AskAsync(BudgetHolder.Telegram));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await AskAsync(Treasurer.Telegram));
    }

    [Fact]
    public async Task Linked_person_is_told_so()
    {
        await SignInAsync(Treasurer);

        Assert.Equal(
            "Вы уже подключены: Морозова Ольга Николаевна. Чтобы войти под другим именем, сначала выйдите: /logout",
            await SayAsync(Treasurer.Telegram, "/login")
        );
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("/start")]
    [InlineData("/start anything")]
    [InlineData("/me")]
    [InlineData("/logout")]
    public async Task Stranger_is_shown_the_way(string text) =>
        Assert.Contains("/login", await SayAsync(Company.Stranger.Telegram, text), StringComparison.Ordinal);

    [Fact]
    public async Task Group_is_pointed_to_the_private_chat_once_a_minute_per_person()
    {
        await SayInGroupAsync(Treasurer.Telegram, "/login");
        await SayInGroupAsync(Treasurer.Telegram, "/login@payment_sandbox_bot");

        var pointer = Assert.Single(Bot.Telegram.Messages(TreasuryChatId), message => message.ByBot);
        Assert.Contains("https://t.me/payment_sandbox_bot?start=login", pointer.Text.Html, StringComparison.Ordinal);
        Assert.Empty(pointer.Markup.Buttons);
        await SayInGroupAsync(BudgetHolder.Telegram, "/login");
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await SayInGroupAsync(Treasurer.Telegram, "/login");
        Assert.Equal(3, Bot.Telegram.Messages(TreasuryChatId).Count(message => message.ByBot));
    }

    [Theory]
    [InlineData("/login@another_bot")]
    [InlineData("/start")]
    [InlineData("/me")]
    [InlineData("login")]
    public async Task Nothing_else_is_answered_in_a_group(string text)
    {
        await SayInGroupAsync(Treasurer.Telegram, text);

        Assert.DoesNotContain(Bot.Telegram.Messages(TreasuryChatId), message => message.ByBot);
    }

    [Fact]
    public async Task Without_google_the_administrator_is_named()
    {
        await StartAnewAsync(new HarnessOptions { LinkEverybody = false });

        Assert.Contains(
            "Подключает администратор",
            await SayAsync(Treasurer.Telegram, "/login"),
            StringComparison.Ordinal
        );
    }

    private async Task SayInGroupAsync(TelegramUser user, string text)
    {
        await Bot.Telegram.SayAsync(TreasuryChatId, user, text);
        await Bot.SettleAsync();
    }
}
