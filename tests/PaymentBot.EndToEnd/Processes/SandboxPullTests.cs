using System.Globalization;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>The whole chain with an ERP that nobody can call.</summary>
public sealed class SandboxPullTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paymentbot-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Program_plays_an_approval_with_an_erp_that_fetches_decisions()
    {
        var port = FreePort.Choose(0, "--port");
        await using var program = ProgramProcess.Start(
            Built.Sandbox,
            ["--port", Text(port), "--bot-port", Text(FreePort.Choose(0, "--bot-port")), "--erp-pull"],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["TMPDIR"] = _folder.FullName },
            _folder.FullName
        );
        await program.WaitForLineAsync(line => line.StartsWith("Open ", StringComparison.Ordinal));
        using var sandbox = new SandboxClient(new Uri($"http://127.0.0.1:{Text(port)}"));
        Assert.True((bool)(await sandbox.GetAsync("/sandbox/faults"))["erp"]!["pull"]!);
        await sandbox.SignEverybodyInAsync();
        await sandbox.ApproveAsync(await sandbox.SendSampleAsync(2));
        Assert.Equal(0, await program.TerminateAsync());
        Assert.Empty(program.Errors);
    }

    [Fact]
    public async Task Erp_that_fetches_listens_nowhere_and_the_switch_leads_there_and_back()
    {
        await using var application = await SandboxApplication.StartAsync(new SandboxOptions { Port = 0, BotPort = 0 });
        using var sandbox = new SandboxClient(application.Address);
        var listening = application.Erp.Address.Port;
        Assert.Contains(listening, Ports());

        foreach (var pull in (bool[])[true, false])
        {
            await sandbox.PostAsync("/sandbox/erp/mode", new JsonObject { ["pull"] = pull });
            Assert.Equal(pull, application.Erp.Pulls);
            Assert.Equal(!pull, application.Settings.ToConfiguration().ContainsKey("Erp:DecisionUrl"));
            Assert.DoesNotContain(pull ? listening : 0, Ports());
            await sandbox.SignEverybodyInAsync();
            await sandbox.ApproveAsync(await sandbox.SendSampleAsync(1));
        }
    }

    [Fact]
    public async Task Erp_that_crashes_between_applying_and_acknowledging_applies_nothing_twice()
    {
        await using var application = await SandboxApplication.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                BotPort = 0,
                ErpPulls = true,
                ErpRetry = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)),
            }
        );
        using var sandbox = new SandboxClient(application.Address);
        await sandbox.SignEverybodyInAsync();
        await sandbox.FaultsAsync(new JsonObject { ["erp"] = new JsonObject { ["loseAnswers"] = true } });
        var id = await sandbox.SendSampleAsync(1);
        await sandbox.TapAsync(1002, "✅ Согласовать");
        await Eventually.IsAsync(
            async () => Count(await sandbox.DocumentAsync(id), "repeated") > 1,
            () => "The ERP does not fetch the decision again."
        );

        await sandbox.FaultsAsync(new JsonObject { ["erp"] = new JsonObject() });
        await sandbox.TapAsync(1003, "✅ Согласовать");
        await sandbox.TapAsync(1005, "✅ Согласовать");
        await sandbox.StatusAsync(id, "approved");
        Assert.Equal(3, Count(await sandbox.DocumentAsync(id), "applied"));
    }

    private static int Count(JsonNode document, string outcome) =>
        document["log"]!
            .AsArray()
            .Count(entry =>
                (string?)entry!["kind"] is "decision"
                && ((string)entry["detail"]!).StartsWith(outcome, StringComparison.Ordinal)
            );

    private static int[] Ports() =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
