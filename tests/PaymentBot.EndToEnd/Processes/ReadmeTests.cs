using System.Diagnostics;
using System.Globalization;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>Does what the README's quick start says, word for word but for the ports.</summary>
public sealed class ReadmeTests : IAsyncLifetime
{
    private readonly string _port = FreePort.Choose(0, "--port").ToString(CultureInfo.InvariantCulture);
    private readonly string _botPort = FreePort.Choose(0, "--bot-port").ToString(CultureInfo.InvariantCulture);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paymentbot-test-");
    private string _quickStart = string.Empty;
    private ProgramProcess? _sandbox;

    public async Task InitializeAsync()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Built.Repository, "README.md"));
        var parts = readme.Split(["<!-- quick start -->", "<!-- /quick start -->"], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);
        _quickStart = parts[1];
    }

    public async Task DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_command_of_the_quick_start_does_what_it_promises()
    {
        var commands = Commands();
        Assert.Equal("dotnet run --project sandbox", commands[0]);
        Assert.Contains("tests/run.sh", commands);
        Assert.Contains(commands, command => command.StartsWith("curl ", StringComparison.Ordinal));
        foreach (var command in commands)
        {
            await ObeyAsync(command);
        }
    }

    [Fact]
    public async Task Every_address_label_and_claim_of_the_quick_start_is_true()
    {
        await StartSandboxAsync();
        Assert.Contains("http://127.0.0.1:5080/", _quickStart, StringComparison.Ordinal);
        Assert.Contains("chat of the budget holder, press «Согласовать»", _quickStart, StringComparison.Ordinal);
        Assert.Contains("press «Войти всем сразу»", _quickStart, StringComparison.Ordinal);
        using var sandbox = new SandboxClient(Address);
        var played = await Record.ExceptionAsync(() => PlayAsync(sandbox));
        Assert.True(played is null, $"{played}\nThe sandbox wrote:\n{_sandbox!.Everything}");
    }

    private static async Task PlayAsync(SandboxClient sandbox)
    {
        Assert.Equal(
            ["initiator", "budgetHolder", "financialManager", "financialManager", "treasurer", "group", "group"],
            (await sandbox.ChatsAsync()).Select(chat => (string)chat!["role"]!)
        );
        Assert.Contains("Финансы", (await sandbox.ChatsAsync()).Select(chat => (string)chat!["title"]!));
        Assert.Contains("Казначейство", (await sandbox.ChatsAsync()).Select(chat => (string)chat!["title"]!));
        Assert.All(await sandbox.PeopleAsync(), person => Assert.False((bool)person!["signedIn"]!));
        foreach (var sample in new[] { 1, 2, 3 })
        {
            Assert.NotEmpty(await sandbox.SendSampleAsync(sample));
        }

        await sandbox.PostAsync("/sandbox/reset", new System.Text.Json.Nodes.JsonObject());
        await sandbox.SignEverybodyInAsync();
        await sandbox.ApproveAsync(await sandbox.SendSampleAsync(1));
    }

    private Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>The lines of the fenced sh blocks, in order.</summary>
    private List<string> Commands() =>
        [
            .. _quickStart
                .Split("```")
                .Where(block => block.StartsWith("sh\n", StringComparison.Ordinal))
                .SelectMany(block => block.Split('\n').Skip(1))
                .Select(line => line.Trim())
                .Where(line => line.Length > 0),
        ];

    private Task ObeyAsync(string command) =>
        command.Split(' ')[0] switch
        {
            "dotnet" => StartSandboxAsync(),
            "curl" => ShellAsync(
                command.Replace("http://127.0.0.1:5080", $"http://127.0.0.1:{_port}", StringComparison.Ordinal)
            ),
            "tests/run.sh" => ShellAsync("test -x tests/run.sh && test \"$(tail -n 1 .ci/run)\" != ''"),
            _ => throw new InvalidOperationException(
                $"The quick start has a command this test does not know: {command}"
            ),
        };

    /// <summary>The command as it stands there, told only not to build what is built, and other ports.</summary>
    private async Task StartSandboxAsync()
    {
        _sandbox = ProgramProcess.StartCommand(
            "dotnet",
            [
                "run",
                "--project",
                "sandbox",
                "--no-build",
                "--configuration",
                Built.Configuration,
                "--",
                "--port",
                _port,
                "--bot-port",
                _botPort,
            ],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["TMPDIR"] = _folder.FullName },
            Built.Repository
        );
        await _sandbox.WaitForAnswerAsync(new Uri(Address, "/sandbox/chats"));
    }

    private static async Task ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Built.Repository,
        };
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{command}\n{output}{await shell.StandardError.ReadToEndAsync()}");
    }
}
