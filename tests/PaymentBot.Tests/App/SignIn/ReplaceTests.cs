using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class ReplaceTests : SignInTest
{
    private static readonly TelegramUser NewPhone = Company.Stranger.Telegram;

    [Fact]
    public async Task Another_account_of_a_person_is_asked_first()
    {
        await AskToReplaceAsync();

        var question = Bot.Telegram.Last(NewPhone.Id);
        Assert.Equal(
            "Морозова Ольга Николаевна: уже подключён другой аккаунт Telegram. Заменить его на этот?",
            question.Text.Plain
        );
        Assert.Equal(["Заменить", "Оставить как есть"], question.Markup.Buttons.Select(button => button.Text));
        Assert.Equal(Treasurer.Telegram.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
    }

    [Fact]
    public async Task Yes_replaces_the_account_and_tells_it()
    {
        var id = await ReachTheTreasurerAsync();
        await AskToReplaceAsync();
        var question = Bot.Telegram.Last(NewPhone.Id);

        await TapAsync(NewPhone.Id, question, "Заменить");

        Assert.Equal(NewPhone.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
        Assert.DoesNotContain(Bot.Telegram.Messages(NewPhone.Id), message => message.MessageId == question.MessageId);
        Assert.Equal(1, Said(NewPhone.Id, "Готово: Морозова"));
        Assert.Equal(1, Said(Treasurer.Telegram.Id, "Теперь вы подключены из другого аккаунта Telegram: Пётр Чужой"));
        Assert.Empty(Bot.Telegram.Card(Treasurer.Telegram.Id, id).Markup.Buttons);
        Assert.NotEmpty(Bot.Telegram.Card(NewPhone.Id, id).Markup.Buttons);

        // Google would take the new token together with the old one.
        Assert.Empty(Google.GivenBack);
    }

    [Fact]
    public async Task No_leaves_everything_as_it_was_and_the_code_dead()
    {
        var code = await AskToReplaceAsync();

        await TapAsync(NewPhone.Id, Bot.Telegram.Last(NewPhone.Id), "Оставить");

        Assert.Equal(
            "Ничего не изменилось: подключён прежний аккаунт Telegram.",
            Bot.Telegram.Last(NewPhone.Id).Text.Plain
        );
        Assert.StartsWith("Этот вход устарел", await SayAsync(NewPhone, $"/start {code}"), StringComparison.Ordinal);
        Assert.Equal(Treasurer.Telegram.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
        Assert.Empty(Google.GivenBack);
    }

    [Fact]
    public async Task Double_tap_replaces_once()
    {
        await AskToReplaceAsync();
        var question = Bot.Telegram.Last(NewPhone.Id);
        var data = TelegramClerk.Data(question, "Заменить");

        await Task.WhenAll(
            Bot.Telegram.TapAsync(NewPhone.Id, question, data),
            Bot.Telegram.TapAsync(NewPhone.Id, question, data)
        );
        await Bot.SettleAsync();

        Assert.Equal(1, Said(Treasurer.Telegram.Id, "Теперь вы подключены из другого аккаунта"));
        Assert.Equal(NewPhone.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
    }

    [Fact]
    public async Task Yes_after_five_minutes_comes_too_late()
    {
        await AskToReplaceAsync();
        Bot.Clock.Advance(TimeSpan.FromMinutes(5));

        await TapAsync(NewPhone.Id, Bot.Telegram.Last(NewPhone.Id), "Заменить");

        Assert.Equal(Treasurer.Telegram.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
    }

    [Fact]
    public async Task Yes_with_the_data_of_somebody_elses_button_replaces_nothing()
    {
        await AskToReplaceAsync();
        var data = TelegramClerk.Data(Bot.Telegram.Last(NewPhone.Id), "Заменить");
        await SayAsync(BudgetHolder.Telegram, "/start");

        await Bot.Telegram.TapAsync(BudgetHolder.Telegram.Id, Bot.Telegram.Last(BudgetHolder.Telegram.Id), data);
        await Bot.SettleAsync();

        Assert.Equal(Treasurer.Telegram.Id, (await LinkOfAsync(Treasurer))!.TelegramUserId);
        Assert.Equal(1, Said(BudgetHolder.Telegram.Id, "Ничего не подключено"));
        Assert.True(IsLogged("Security: "));
    }

    private async Task<string> AskToReplaceAsync()
    {
        await SignInAsync(Treasurer);
        var code = await CodeAsync(NewPhone, Treasurer);
        await SayAsync(NewPhone, $"/start {code}");
        return code;
    }

    private async Task TapAsync(long userId, ChatMessage message, string word)
    {
        await Bot.Telegram.TapAsync(userId, message, TelegramClerk.Data(message, word));
        await Bot.SettleAsync();
    }

    /// <summary>A request whose current stage is the treasurer's.</summary>
    private async Task<string> ReachTheTreasurerAsync()
    {
        await Bot.LinkAsync(BudgetHolder);
        await Bot.LinkAsync(FinancialManager);
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(FinancialManager, id, "Согласовать");
        await Bot.SettleAsync();
        return id;
    }
}
