using PaymentBot.Sandbox.Cloud.Azurite;

namespace PaymentBot.Sandbox.Hosting.Hosted;

/// <summary>Makes what a hosted bot needs: a publish folder and an Azurite.</summary>
/// <param name="say">Told what is being done, a line at a time.</param>
internal sealed class HostedSetup(Action<string> say)
{
    private const string Solution = "PaymentBot.sln";

    /// <summary>The repository the current folder, or this program, lies in.</summary>
    /// <exception cref="SandboxException">There is none.</exception>
    public static string Repository =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }
            .Select(Above)
            .FirstOrDefault(root => root is not null)
        ?? throw new SandboxException($"There is no {Solution} above the current folder.");

    /// <summary>Publishes the bot the quick way: the real layout, not compiled ahead.</summary>
    /// <param name="folder">Where to.</param>
    /// <exception cref="SandboxException">It cannot be published.</exception>
    public async Task PublishAsync(string folder, CancellationToken cancellationToken)
    {
        say($"Publishing the bot to {folder} ...");
        await ToolRun.RunAsync(
            "dotnet",
            [
                "publish",
                "functions",
                "--configuration",
                "Release",
                "--output",
                folder,
                "-p:PublishReadyToRun=false",
                "-p:PublishReadyToRunComposite=false",
            ],
            Repository,
            cancellationToken
        );
    }

    /// <summary>Starts an Azurite with its data in memory; installs it first where it is missing.</summary>
    /// <exception cref="SandboxException">Node or npm is missing, or it does not start.</exception>
    public async Task<AzuriteServer> StartAzuriteAsync(CancellationToken cancellationToken)
    {
        var npm = Path.Combine(Repository, "tests", "npm");
        await ToolRun.RunAsync("node", ["--version"], npm, cancellationToken);
        if (!Directory.Exists(Path.Combine(npm, "node_modules", "azurite")))
        {
            say($"Installing Azurite in {npm} ...");
            await ToolRun.RunAsync(
                "npm",
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                npm,
                cancellationToken
            );
        }

        say("Starting Azurite ...");
        try
        {
            return await AzuriteServer.StartAsync(npm, cancellationToken: cancellationToken);
        }
        catch (AzuriteException problem)
        {
            throw new SandboxException(problem.Message);
        }
    }

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Solution)))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
