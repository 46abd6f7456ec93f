using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class GoogleAccountCheckTests : SignInTest
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task Account_that_stands_is_confirmed_once_a_day()
    {
        await SignInAsync(BudgetHolder);
        await HousekeepAsync();
        Assert.Empty(Google.Refreshed);

        Bot.Clock.Advance(Day);
        await HousekeepAsync();
        await HousekeepAsync();

        Assert.Equal([TokenOf(BudgetHolder, 1)], Google.Refreshed);
        Assert.Equal(Bot.Now, (await LinkOfAsync(BudgetHolder))!.VerifiedAt);
    }

    [Fact]
    public async Task Disabled_account_is_unlinked_and_its_open_cards_close()
    {
        await SignInAsync(BudgetHolder);
        var id = await Bot.AnnounceAsync();
        Google.Disable(TokenOf(BudgetHolder, 1));
        Bot.Clock.Advance(Day);

        await HousekeepAsync();
        await Bot.SettleAsync();

        Assert.Null(await LinkOfAsync(BudgetHolder));
        Assert.Empty(Bot.Telegram.Buttons(BudgetHolder, id));
        Assert.Equal(1, Said(BudgetHolder.Telegram.Id, "Google больше не подтверждает ваш аккаунт"));
        Assert.Contains(
            "Соколова Мария Андреевна: Google больше не подтверждает",
            Bot.Telegram.Last(Company.OperatorId).Text.Plain,
            StringComparison.Ordinal
        );
        Assert.True(IsLogged("Security: Google no longer vouches"));
    }

    [Fact]
    public async Task Google_that_does_not_answer_is_no_reason()
    {
        await SignInAsync(BudgetHolder);
        var since = (await LinkOfAsync(BudgetHolder))!.VerifiedAt;
        Google.Down = true;
        Bot.Clock.Advance(Day);

        await HousekeepAsync();

        Assert.Equal(since, (await LinkOfAsync(BudgetHolder))!.VerifiedAt);
        Google.Down = false;
        await HousekeepAsync();
        Assert.Equal(Bot.Now, (await LinkOfAsync(BudgetHolder))!.VerifiedAt);
    }

    [Fact]
    public async Task Link_of_an_operator_is_never_asked_about()
    {
        await Bot.LinkAsync(BudgetHolder);
        Bot.Clock.Advance(Day);

        await HousekeepAsync();

        Assert.Empty(Google.Refreshed);
        Assert.NotNull(await LinkOfAsync(BudgetHolder));
    }

    [Fact]
    public async Task Silent_google_is_left_alone_after_five_tries()
    {
        foreach (var person in Company.Crowd(7))
        {
            await SignInAsync(person);
        }

        Google.Down = true;
        Bot.Clock.Advance(Day);
        await HousekeepAsync();

        Assert.True(IsLogged("5 without an answer, 2 not asked about"));
    }

    [Fact]
    public async Task Unknown_key_unlinks_nobody_and_says_so()
    {
        await SignInAsync(BudgetHolder);
        Bot.Clock.Advance(Day);
        await RestartWithAsync("b25seS13aGlsZS10aGUta2V5LWlzLWJlaW5nLXJvbGw=", null);

        await HousekeepAsync();

        Assert.NotNull(await LinkOfAsync(BudgetHolder));
        Assert.True(IsLogged("does not open: is the key configured?"));
    }
}
