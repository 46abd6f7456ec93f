using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>The sandbox's clock set ahead: bot, Telegram and ERP agree.</summary>
public sealed class SandboxClockPlayTests
{
    private const long BudgetHolder = 1002;

    [Fact]
    public async Task Clock_set_ahead_makes_a_request_overdue_and_its_card_too_old_to_be_deleted()
    {
        await using var application = await SandboxApplication.StartAsync(new SandboxOptions { Port = 0, BotPort = 0 });
        using var sandbox = new SandboxClient(application.Address);
        await sandbox.SignEverybodyInAsync();
        await sandbox.SendSampleAsync(1);
        await sandbox.MessageAsync(BudgetHolder, "Нужно ваше решение");

        for (var day = 0; day < 3; day++)
        {
            var clock = await sandbox.PostAsync("/sandbox/clock", new JsonObject { ["nextMorning"] = true });
            Assert.Contains("T09:00:0", (string)clock!["now"]!, StringComparison.Ordinal);
        }

        await SayAsync(sandbox, "/pending");
        var list = await sandbox.MessageAsync(BudgetHolder, "срок прошёл");
        await sandbox.TapAsync(BudgetHolder, (long)list["messageId"]!, "1");
        await sandbox.MessageAsync(BudgetHolder, "теперь ниже в чате");
        await sandbox.MessageAsync(BudgetHolder, "Нужно ваше решение", "✅ Согласовать");
        await sandbox.PostAsync("/sandbox/reset", new JsonObject());
        Assert.Equal(0, (int)(await sandbox.GetAsync("/sandbox/clock"))["aheadSeconds"]!);
    }

    private static async Task SayAsync(SandboxClient sandbox, string text) =>
        await sandbox.PostAsync(
            $"/sandbox/chats/{BudgetHolder}/say",
            new JsonObject { ["userId"] = BudgetHolder, ["text"] = text }
        );
}
