using PaymentBot.Benchmarks.Report;

namespace PaymentBot.Benchmarks.Processes;

/// <summary>Builds the bots that are compared.</summary>
internal sealed record BotPrograms(
    BotProgram Ours,
    BotProgram OursReadyToRun,
    BotProgram OursJustInTime,
    BotProgram Bare,
    BotProgram GrammY,
    BotProgram Telegraf
)
{
    private const string NotComposite = "-p:PublishReadyToRunComposite=false";

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    /// <summary>The executable of ours, as it is published.</summary>
    public static string Executable => Path.Combine(Artifacts(FindRepository(), "ready"), "paymentbot");

    /// <summary>Where npm's packages for the tests are, azurite among them.</summary>
    public static string NpmFolder => Path.Combine(FindRepository(), "tests", "npm");

    /// <summary>Publishes ours and fetches the others.</summary>
    /// <param name="reuse">Takes what an earlier run published.</param>
    public static async Task<BotPrograms> BuildAsync(bool reuse)
    {
        var repository = FindRepository();
        var peers = Path.Combine(repository, "tests", "PaymentBot.Benchmarks", "peers");
        if (!Directory.Exists(Path.Combine(peers, "node_modules")))
        {
            await Output.ProgressAsync("Fetching grammY and Telegraf.");
            await Tool.RunAsync("npm", ["ci", "--no-audit", "--no-fund"], peers);
        }

        if (!Directory.Exists(Path.Combine(NpmFolder, "node_modules")))
        {
            await Output.ProgressAsync("Fetching Azurite.");
            await Tool.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], NpmFolder);
        }

        await Output.ProgressAsync(reuse ? "Taking the bot that was published before." : "Publishing the bot.");
        var ready = await PublishAsync(repository, "ready", [], reuse);
        var single = await PublishAsync(repository, "single", [NotComposite], reuse);
        var justInTime = await PublishAsync(repository, "jit", ["-p:PublishReadyToRun=false", NotComposite], reuse);
        return new BotPrograms(
            BotProgram.Ours("PaymentBot", ready),
            BotProgram.Ours("PaymentBot, each assembly by itself", single),
            BotProgram.Ours("PaymentBot, not precompiled", justInTime),
            BotProgram.Bare(Environment.ProcessPath!), // Never null for a started program.
            BotProgram.Peer("grammY 1.46", Path.Combine(peers, "grammy.js")),
            BotProgram.Peer("Telegraf 4.16", Path.Combine(peers, "telegraf.js"))
        );
    }

    private static async Task<string> PublishAsync(string repository, string kind, string[] options, bool reuse)
    {
        var folder = Artifacts(repository, kind);
        string[] fixedOptions = ["publish", "functions", "-c", "Release", "-o", folder, "-p:RunAnalyzers=false"];
        if (!reuse)
        {
            ForgetCompiled(repository);
            await Tool.RunAsync("dotnet", [.. fixedOptions, .. options], repository);
        }

        return Path.Combine(folder, "paymentbot");
    }

    /// <summary>What was compiled ahead for one image fits no other, and would be taken for up to date.</summary>
    private static void ForgetCompiled(string repository)
    {
        var output = Path.Combine(repository, "functions", "obj", "Release");
        foreach (var folder in Directory.Exists(output) ? Directory.GetDirectories(output, "R2R", Everywhere) : [])
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Artifacts(string repository, string kind) =>
        Path.Combine(repository, "artifacts", "benchmarks", kind);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PaymentBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks inside the repository.");
    }
}
