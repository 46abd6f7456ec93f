using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>A fresh Debian, as debootstrap makes it.</summary>
public sealed class DebianRootTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(110);

    private readonly string _root = Directory.CreateTempSubdirectory("paymentbot-debian-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [SkippableFact]
    public async Task Dry_run_in_a_fresh_debian_says_the_same_twice_and_changes_nothing()
    {
        await MakeAsync();
        var before = Entries();

        var plan = await PlanAsync();

        Assert.Equal(plan, await PlanAsync());
        Assert.Equal(before, Entries());
        Assert.Contains(
            "apt-get install -q -y --no-install-recommends systemd ca-certificates openssl nginx-light",
            plan,
            StringComparison.Ordinal
        );
        Assert.Contains("useradd --system", plan, StringComparison.Ordinal);
    }

    private async Task MakeAsync()
    {
        var debootstrap = Tool.Need("debootstrap");
        var unshare = Tool.Need("unshare");
        Tool.NeedRoot();
        using var patience = new CancellationTokenSource(Patience);
        await using var process = ProgramProcess.StartCommand(
            unshare,
            // What it mounts goes with it.
            ["--mount", debootstrap, "--variant=minbase", "bookworm", _root, "http://deb.debian.org/debian"],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            Path.GetTempPath()
        );
        try
        {
            var code = await process.WaitForExitAsync().WaitAsync(patience.Token);
            Skip.IfNot(code == 0, $"debootstrap cannot make a Debian here: {process.Output.LastOrDefault()}");
        }
        catch (OperationCanceledException)
        {
            Skip.If(true, "debootstrap took longer than this test may.");
        }
    }

    private async Task<string> PlanAsync() =>
        Tool.Succeeded(
            await Tool.RunAsync("bash", Server.Script, "--domain", "bot.example.ru", "--root", _root, "--dry-run")
        ).Output;

    private List<string> Entries() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(Path.Combine(_root, "etc"), "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "opt")))
                .Concat(
                    Directory.EnumerateFileSystemEntries(Path.Combine(_root, "var"), "*", SearchOption.AllDirectories)
                )
                .Order(StringComparer.Ordinal),
        ];
}
