using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Sandbox.Telegram;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inbox;

public sealed class SettingsTests : InboxTest
{
    [Fact]
    public async Task Chosen_language_wins_everywhere_and_open_cards_follow()
    {
        var id = await Bot.AnnounceAsync();
        Assert.Contains(
            "Язык: русский, как в Telegram",
            await SayAsync(BudgetHolder, "/settings"),
            StringComparison.Ordinal
        );
        await PressAsync(BudgetHolder, "Язык");

        Assert.Equal("Saved", await PressAsync(BudgetHolder, "English"));

        Assert.StartsWith("Settings\n\nLanguage: English\n", Settings(), StringComparison.Ordinal);
        Assert.Contains("Your decision is needed", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.StartsWith(
            "Waiting for your decision: 1",
            await SayAsync(BudgetHolder, "/pending"),
            StringComparison.Ordinal
        );
        var second = await Bot.AnnounceAsync();
        Assert.Contains("✅ Approve", Bot.Telegram.Buttons(BudgetHolder, second));
        Assert.Contains(
            "sending it to the ERP",
            await Bot.Telegram.TapAsync(BudgetHolder, id, "Approve"),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Language_of_telegram_is_a_choice_again()
    {
        await SayAsync(SecondFinancialManager, "/settings");
        await PressAsync(SecondFinancialManager, "Language");
        await PressAsync(SecondFinancialManager, "Русский");
        Assert.StartsWith(
            "Настройки\n\nЯзык: русский\n",
            Last(SecondFinancialManager).Text.Plain,
            StringComparison.Ordinal
        );
        await PressAsync(SecondFinancialManager, "Язык");

        await PressAsync(SecondFinancialManager, "Как в Telegram");

        Assert.Contains(
            "Language: English, as in Telegram",
            Last(SecondFinancialManager).Text.Plain,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Silence_sends_cards_without_a_sound_and_can_be_ended()
    {
        await Bot.AnnounceAsync();
        Assert.False(LastCardWasSilent());
        await SayAsync(BudgetHolder, "/settings");

        await PressAsync(BudgetHolder, "Выключить звук");

        await Bot.AnnounceAsync();
        Assert.True(LastCardWasSilent());
        await PressAsync(BudgetHolder, SettingsMessage(), "Включить звук");
        await Bot.AnnounceAsync();
        Assert.False(LastCardWasSilent());
    }

    [Fact]
    public async Task In_quiet_hours_a_card_comes_at_once_without_a_sound()
    {
        await SayAsync(BudgetHolder, "/settings");
        await PressAsync(BudgetHolder, "Тихие часы");
        await PressAsync(BudgetHolder, "22:00–8:00");
        Assert.Contains("Тихие часы: 22:00–8:00", Settings(), StringComparison.Ordinal);

        AdvanceTo(new TimeOnly(23, 0), TimeSpan.FromHours(3));
        var asked = Bot.Now;
        var id = await Bot.AnnounceAsync();
        Assert.True(LastCardWasSilent());
        Assert.InRange(Bot.Telegram.Card(BudgetHolder, id).Date - asked, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        AdvanceTo(new TimeOnly(8, 0), TimeSpan.FromHours(3));
        await Bot.AnnounceAsync();
        Assert.False(LastCardWasSilent());
    }

    [Theory]
    [InlineData("22:30-7:45", "Тихие часы: 22:30–7:45", "Москва (UTC+3), как в компании")]
    [InlineData("22.30 – 07.45 Asia/Omsk", "Тихие часы: 22:30–7:45", "Омск (UTC+6)")]
    [InlineData("Asia/Tokyo", "Тихие часы: нет", "Asia/Tokyo (UTC+9)")]
    public async Task Own_hours_and_zones_are_taken_whenever_they_are_written(string text, string hours, string zone)
    {
        var said = await SayAsync(BudgetHolder, text);

        Assert.Contains(hours, said, StringComparison.Ordinal);
        Assert.Contains(zone, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("22:30-7:45 Europe/Nowhere")]
    [InlineData("22:30-7:45 ../../etc/hostname")]
    public async Task Unknown_zone_is_told_and_nothing_changes(string text)
    {
        Assert.Contains("боту не знаком", await SayAsync(BudgetHolder, text), StringComparison.Ordinal);
        Assert.Equal(LinkPreferences.None, await PreferencesAsync());
    }

    [Fact]
    public async Task Times_are_told_in_the_chosen_zone()
    {
        var id = await Bot.AnnounceAsync();
        var before = Bot.Telegram.Text(BudgetHolder, id);

        await SayAsync(BudgetHolder, "Asia/Kamchatka");

        Assert.NotEqual(before, Bot.Telegram.Text(BudgetHolder, id));
        Assert.Equal(before.Length, Bot.Telegram.Text(BudgetHolder, id).Length);
    }

    [Fact]
    public async Task Hours_are_never_taken_for_the_reason_of_a_rejection()
    {
        var id = await BeginWritingAsync();

        await SayAsync(BudgetHolder, "22:30-7:45");

        Assert.Equal("pending", Bot.Erp.StandIn.Status(id));
        Assert.Equal(0, Bot.Erp.DecisionCalls(id));
    }

    [Fact]
    public async Task Choosing_hours_leaves_a_rejection_that_was_begun()
    {
        var id = await BeginWritingAsync();
        await SayAsync(BudgetHolder, "/settings");
        await PressAsync(BudgetHolder, "Тихие часы");

        await SayAsync(BudgetHolder, "22-8");

        Assert.Equal("pending", Bot.Erp.StandIn.Status(id));
        Assert.Equal(
            ["✅ Согласовать", "❌ Отклонить", "💬 Согласовать с комментарием"],
            Bot.Telegram.Buttons(BudgetHolder, id)
        );
    }

    [Fact]
    public async Task Choices_outlive_the_link()
    {
        await SayAsync(BudgetHolder, "22:30-7:45 Asia/Omsk");
        var chosen = await PreferencesAsync();

        await Bot.LinkAsync(BudgetHolder);
        Assert.Equal(chosen, await PreferencesAsync());

        await SayAsync(BudgetHolder, "/logout");
        Assert.Null(await PreferencesAsync());
        await Bot.LinkAsync(BudgetHolder);
        Assert.Equal(chosen, await PreferencesAsync());
    }

    private string Settings() => SettingsMessage().Text.Plain;

    private ChatMessage SettingsMessage() =>
        Bot
            .Telegram.Messages(BudgetHolder.Telegram.Id)
            .Last(message =>
                message.Text.Plain.StartsWith("Настройки", StringComparison.Ordinal)
                || message.Text.Plain.StartsWith("Settings", StringComparison.Ordinal)
            );

    private bool LastCardWasSilent()
    {
        var sent = Bot
            .Telegram.Tape.Of("sendMessage")
            .Last(call =>
                call.ChatId == BudgetHolder.Telegram.Id
                && call.Call.Parameters["text"]!.ToString().Contains("00УТ", StringComparison.Ordinal)
            );
        return (bool?)sent.Call.Parameters["disable_notification"] ?? false;
    }

    private void AdvanceTo(TimeOnly local, TimeSpan offset)
    {
        var now = Bot.Now.ToOffset(offset);
        var then = new DateTimeOffset(now.Date + local.ToTimeSpan(), offset);
        Bot.Clock.Advance((then > now ? then : then.AddDays(1)) - now);
    }

    private async Task<string> BeginWritingAsync()
    {
        var id = await Bot.AnnounceAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Отклонить");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Своя причина");
        await Bot.SettleAsync();
        return id;
    }

    private async Task<LinkPreferences?> PreferencesAsync()
    {
        var links = Bot.Services.GetRequiredService<LinkStore>();
        return (await links.FindAsync(new ErpId(BudgetHolder.Erp.ErpId), CancellationToken.None))?.Link.Preferences;
    }
}
