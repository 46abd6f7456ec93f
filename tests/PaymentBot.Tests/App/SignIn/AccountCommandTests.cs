using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class AccountCommandTests : SignInTest
{
    [Fact]
    public async Task Me_tells_who_one_is_and_since_when()
    {
        await SignInAsync(BudgetHolder);

        var said = await SayAsync(BudgetHolder.Telegram, "/me");

        Assert.Contains("Соколова Мария Андреевна", said, StringComparison.Ordinal);
        Assert.Contains("sokolova@example.ru", said, StringComparison.Ordinal);
        Assert.Contains("Подключение с ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Me_of_a_person_whom_the_operator_linked_knows_the_announced_name()
    {
        await AnnounceAsync(Announced(BudgetHolder));
        await Bot.LinkAsync(BudgetHolder);

        var said = await SayAsync(BudgetHolder.Telegram, "/me");

        Assert.Contains("Соколова Мария Андреевна", said, StringComparison.Ordinal);
        Assert.Contains("Подключил администратор", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logout_takes_the_link_the_buttons_and_the_token()
    {
        await SignInAsync(BudgetHolder);
        var id = await Bot.AnnounceAsync();
        var card = Bot.Telegram.Card(BudgetHolder, id);
        var approve = TelegramClerk.Data(card, "Согласовать");

        var said = await SayAsync(BudgetHolder.Telegram, "/logout");

        Assert.StartsWith("Этот чат отключён от бота", said, StringComparison.Ordinal);
        Assert.Null(await LinkOfAsync(BudgetHolder));
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal([TokenOf(BudgetHolder, 1)], Google.GivenBack);
        var tap = await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, card, approve);
        Assert.StartsWith("Ваш Telegram не подключён.", tap.Toast, StringComparison.Ordinal);
        await Bot.SettleAsync();
        Assert.Empty(Bot.Erp.Answers(id));
    }

    [Fact]
    public async Task Logout_works_while_google_does_not_answer()
    {
        await SignInAsync(BudgetHolder);
        Google.Down = true;

        await SayAsync(BudgetHolder.Telegram, "/logout");

        Assert.Null(await LinkOfAsync(BudgetHolder));
        Assert.True(IsLogged("Google did not take back the refresh token"));
    }

    [Fact]
    public async Task Who_left_can_come_back()
    {
        await SignInAsync(BudgetHolder);
        var id = await Bot.AnnounceAsync();
        await SayAsync(BudgetHolder.Telegram, "/logout");

        await SignInAsync(BudgetHolder);

        Assert.Contains(
            Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id),
            card => card.Markup.Buttons.Any(button => button.Text.Contains("Согласовать", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Operators_removal_gives_the_token_back_too()
    {
        await SignInAsync(BudgetHolder);

        await Bot.UnlinkAsync(BudgetHolder);

        Assert.Equal([TokenOf(BudgetHolder, 1)], Google.GivenBack);
    }
}
