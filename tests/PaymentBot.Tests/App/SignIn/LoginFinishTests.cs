using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class LoginFinishTests : SignInTest
{
    private const string Unusable = "Этот вход устарел или уже использован. Начните заново: /login";

    [Fact]
    public async Task Code_from_the_same_user_links_and_the_waiting_card_arrives()
    {
        var id = await Bot.AnnounceAsync();
        var code = await CodeAsync(BudgetHolder.Telegram, BudgetHolder);

        var now = Bot.Now;
        await SayAsync(BudgetHolder.Telegram, $"/start {code}");

        Assert.Equal(1, Said(BudgetHolder.Telegram.Id, "Готово: Соколова Мария Андреевна, ваш Telegram подключён."));
        Assert.Equal(1, Said(BudgetHolder.Telegram.Id, "Вашего решения ждёт 1 заявка."));
        Assert.NotEmpty(Bot.Telegram.Buttons(BudgetHolder, id));
        var link = await LinkOfAsync(BudgetHolder);
        Assert.Equal(
            (BudgetHolder.Telegram.Id, BudgetHolder.Erp.Email, BudgetHolder.Erp.Name, now),
            (link!.TelegramUserId, link.Email, link.Name, link.VerifiedAt)
        );
        Assert.NotNull(link.RefreshToken);
    }

    [Fact]
    public async Task English_reader_is_congratulated_in_English() =>
        Assert.StartsWith(
            "Done: Миллер Джеймс, your Telegram is connected.",
            await SignInAsync(SecondFinancialManager),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Several_at_once_link_once()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Bot.Telegram.SayAsync(Treasurer.Telegram.Id, Treasurer.Telegram, $"/start {code}"))
        );

        Assert.Equal(1, Said(Treasurer.Telegram.Id, "Сейчас вашего решения ничего не ждёт."));
        Assert.NotNull(await LinkOfAsync(Treasurer));
    }

    [Fact]
    public async Task Congratulation_that_was_lost_is_said_again()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        await SayAsync(Treasurer.Telegram, $"/start {code}");

        Assert.StartsWith(
            "Готово: Морозова",
            await SayAsync(Treasurer.Telegram, $"/start {code}"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task Code_is_good_for_five_minutes(int seconds, bool good)
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        Bot.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var said = await SayAsync(Treasurer.Telegram, $"/start {code}");

        Assert.Equal(!good, string.Equals(said, Unusable, StringComparison.Ordinal));
        Assert.Equal(good, await LinkOfAsync(Treasurer) is not null);
    }

    [Fact]
    public async Task Code_of_a_replaced_ticket_is_dead()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        await AskAsync(Treasurer.Telegram);

        Assert.Equal(Unusable, await SayAsync(Treasurer.Telegram, $"/start {code}"));
        await NobodyIsLinkedAsync();
    }

    [Fact]
    public async Task Person_set_inactive_between_browser_and_code_stays_outside()
    {
        await AnnounceAsync(Announced(Treasurer));
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        await AnnounceAsync(Announced(Treasurer, active: false));

        Assert.Equal(
            "В ERP ваш доступ отключён. Обратитесь к администратору.",
            await SayAsync(Treasurer.Telegram, $"/start {code}")
        );
        Assert.Equal([TokenOf(Treasurer, 1)], Google.GivenBack);
        await NobodyIsLinkedAsync();
    }

    [Fact]
    public async Task Person_whose_mailbox_changed_between_browser_and_code_stays_outside()
    {
        var code = await CodeAsync(Treasurer.Telegram, Treasurer);
        var changed = Announced(Treasurer);
        changed["email"] = "another@example.ru";
        await AnnounceAsync(changed);

        await SayAsync(Treasurer.Telegram, $"/start {code}");

        await NobodyIsLinkedAsync();
    }
}
