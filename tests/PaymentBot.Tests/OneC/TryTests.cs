using System.Collections.Concurrent;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.Tests.OneC;

/// <summary>What the sample's README promises for the first five minutes: a base beside the sandbox's own ERP, both fetching.</summary>
public sealed class TryTests
{
    [Fact]
    public async Task Script_of_the_readme_gets_its_request_approved_in_the_sandbox()
    {
        await using var application = await SandboxApplication.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                BotPort = 0,
                ErpPulls = true,
            }
        );
        using var sandbox = new SandboxClient(application.Address);
        await sandbox.SignEverybodyInAsync();
        var lines = new ConcurrentQueue<string>();
        var machine = Sample.Load(
            lines.Enqueue,
            TimeProvider.System,
            ("PAYMENTBOT_URL", application.BotUrl),
            ("PAYMENTBOT_SECONDS", "170")
        );
        var script = Task.Run(() => machine.Start(Path.Combine(CaseList.Folder, "oscript", "try.os")));

        foreach (var person in new[] { 1002, 1003, 1005 })
        {
            await sandbox.TapAsync(person, "✅ Согласовать", "Проба опроса");
        }

        Assert.Equal(0, await script);
        Assert.Equal(
            [
                "Заявка ПБ-000001 записана и ждет отправки.",
                "Бот принял снимок. Откройте чат согласующего и решите.",
                "Этап 1: approve",
                "Этап 2: approve",
                "Этап 3: approve",
                "Итог: статус КОплате, решений 3.",
            ],
            lines.Where(line => !line.StartsWith("  [", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
        );
        await sandbox.MessageAsync(1001, "Ваша заявка согласована");
    }
}
