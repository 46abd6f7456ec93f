using System.Globalization;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>The sandbox's program with <c>--hosted</c>, as somebody starts it who wants to see the bot as it is in Azure.</summary>
[Collection(HostedGroup.Name)]
public sealed class HostedProgramTests(HostedFixture fixture) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paymentbot-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Page_works_as_it_does_around_a_bot_that_stands_alone_and_nothing_is_left_behind()
    {
        var port = FreePort.Choose(0, "--port");
        await using var program = Start(port, Environment.GetEnvironmentVariables()["PATH"] as string);
        await program.WaitForLineAsync(line => line.StartsWith("Open ", StringComparison.Ordinal));
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        using (var page = new SandboxClient(new Uri(address)))
        {
            await page.SignEverybodyInAsync();
            await page.ApproveAsync(await page.SendSampleAsync(1));
        }

        Assert.Contains("Starting Azurite ...", program.Output);
        Assert.Equal(0, await program.TerminateAsync());
        Assert.Empty(_folder.GetDirectories());
    }

    [Fact]
    public async Task Missing_node_is_told_in_one_line()
    {
        var tools = Directory.CreateDirectory(Path.Combine(_folder.FullName, "bin")).FullName;

        await using var program = Start(0, tools);
        Assert.Equal(1, await program.WaitForExitAsync());
        Assert.Contains("node is not installed", Assert.Single(program.Errors), StringComparison.Ordinal);
    }

    private ProgramProcess Start(int port, string? path) =>
        ProgramProcess.Start(
            Built.Sandbox,
            [
                "--hosted",
                "--publish",
                fixture.PublishFolder,
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
                "--bot-port",
                FreePort.Choose(0, "--bot-port").ToString(CultureInfo.InvariantCulture),
            ],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["TMPDIR"] = _folder.FullName, ["PATH"] = path },
            Built.Repository
        );
}
