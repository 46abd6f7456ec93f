using System.Globalization;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

public sealed class SandboxProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paymentbot-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Program_prints_its_address_plays_an_approval_and_leaves_nothing_behind()
    {
        var port = FreePort.Choose(0, "--port");
        await using var program = Start(port, FreePort.Choose(0, "--bot-port"));
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var line = await program.WaitForLineAsync(line => line.StartsWith("Open ", StringComparison.Ordinal));
        Assert.Contains(address, line, StringComparison.Ordinal);
        using (var sandbox = new SandboxClient(new Uri(address)))
        {
            await sandbox.SignEverybodyInAsync();
            await sandbox.ApproveAsync(await sandbox.SendSampleAsync(1));
        }

        Assert.NotEmpty(_folder.GetDirectories());
        Assert.Equal(0, await program.TerminateAsync());
        Assert.Empty(_folder.GetDirectories());
        Assert.Empty(program.Errors);
    }

    [Fact]
    public async Task Taken_port_and_a_senseless_one_are_refused_in_one_line()
    {
        var port = FreePort.Choose(0, "--port");
        await using var first = Start(port, FreePort.Choose(0, "--bot-port"));
        await first.WaitForLineAsync(line => line.StartsWith("Open ", StringComparison.Ordinal));
        await using var second = Start(port, FreePort.Choose(0, "--bot-port"));
        Assert.Equal(1, await second.WaitForExitAsync());
        Assert.Contains("--port", Assert.Single(second.Errors), StringComparison.Ordinal);
        await using var third = Start(70000, 0);
        Assert.Equal(1, await third.WaitForExitAsync());
        Assert.Contains("--port", Assert.Single(third.Errors), StringComparison.Ordinal);
    }

    private ProgramProcess Start(int port, int botPort) =>
        ProgramProcess.Start(
            Built.Sandbox,
            [
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
                "--bot-port",
                botPort.ToString(CultureInfo.InvariantCulture),
            ],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["TMPDIR"] = _folder.FullName },
            _folder.FullName
        );
}
