using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inbox;

public sealed class HistoryAndSearchTests : InboxTest
{
    [Fact]
    public async Task Mine_lists_what_one_initiated_newest_first()
    {
        await AnnounceManyAsync(6);

        var said = await SayAsync(Initiator, "/mine");

        Assert.StartsWith("Ваши заявки\n", said, StringComparison.Ordinal);
        Assert.Contains("На согласовании: распорядитель бюджета", said, StringComparison.Ordinal);
        await PressAsync(Initiator, "Дальше");
        Assert.Contains("\n6. ", $"\n{Last(Initiator).Text.Plain}", StringComparison.Ordinal);
        Assert.Equal("Ваших заявок в боте пока нет.", await SayAsync(Treasurer, "/mine"));
    }

    [Fact]
    public async Task History_lists_what_one_decided_as_the_erp_tells_it()
    {
        Assert.Equal("Ваших решений в боте пока нет.", await SayAsync(BudgetHolder, "/history"));
        var id = await Bot.AnnounceAsync();
        await Bot.AnnounceAsync(2);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();

        var said = await SayAsync(BudgetHolder, "/history");

        Assert.StartsWith("Заявки с вашим решением\n", said, StringComparison.Ordinal);
        Assert.Contains(Bot.Erp.Number(id), said, StringComparison.Ordinal);
        Assert.Contains("Ваше решение: согласовать, ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("2. ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_finds_and_its_pages_remember_what_for()
    {
        await AnnounceManyAsync(7);

        var said = await SayAsync(BudgetHolder, "/find поставщик");
        Assert.StartsWith("🔎 поставщик\n\nНайденные заявки\n", said, StringComparison.Ordinal);
        await PressAsync(BudgetHolder, "Дальше");
        var second = Last(BudgetHolder).Text.Plain;
        await Bot.RestartAsync();
        await PressAsync(BudgetHolder, "Назад");

        Assert.StartsWith("🔎 поставщик\n", second, StringComparison.Ordinal);
        Assert.Contains("\n7. ", second, StringComparison.Ordinal);
        Assert.Equal(said, Last(BudgetHolder).Text.Plain);
    }

    [Fact]
    public async Task Find_without_words_says_how()
    {
        Assert.StartsWith("Что найти?", await SayAsync(BudgetHolder, "/find"), StringComparison.Ordinal);
        Assert.StartsWith(
            "What should be found?",
            await SayAsync(SecondFinancialManager, "/find"),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Ничего не найдено среди доступных вам заявок.",
            await SayAsync(BudgetHolder, "/find ёлка"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_to_see()
    {
        await Bot.AnnounceAsync();
        await Bot.LinkAsync(Company.Stranger);

        Assert.Contains("Ничего не найдено", await SayAsync(Company.Stranger, "/find офис"), StringComparison.Ordinal);
        Assert.Contains("Ничего не найдено", await SayAsync(Company.Stranger, "/timeline 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Way_of_a_request_is_told_from_its_card_and_by_its_number()
    {
        var id = await Bot.AnnounceAsync();
        Bot.Clock.Advance(TimeSpan.FromMinutes(90));
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Bot.Clock.Advance(TimeSpan.FromDays(2));

        await Bot.Telegram.TapAsync(Initiator, id, "Ход согласования");
        await Bot.SettleAsync();
        var told = Last(Initiator).Text.Plain;

        Assert.StartsWith($"Ход согласования {Bot.Erp.Number(id)}\n", told, StringComparison.Ordinal);
        Assert.Contains("✅ Распорядитель бюджета: Соколова Мария Андреевна", told, StringComparison.Ordinal);
        Assert.Contains("этап занял 1\u00A0ч\u00A030\u00A0мин", told, StringComparison.Ordinal);
        Assert.Contains("ждёт 2\u00A0д", told, StringComparison.Ordinal);
        Assert.Equal(told, await SayAsync(Initiator, $"/timeline {Bot.Erp.Number(id)}"));
        Assert.StartsWith(
            "Progress of",
            await SayAsync(SecondFinancialManager, $"/timeline {Bot.Erp.Number(id)}"),
            StringComparison.Ordinal
        );
        Assert.Single(Bot.Telegram.Cards(Initiator.Telegram.Id, id));
    }
}
