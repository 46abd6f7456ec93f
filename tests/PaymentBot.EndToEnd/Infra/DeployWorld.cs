using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Infra;

/// <summary>
/// <c>infra/deploy.sh</c> in a folder of its own, with an <c>az</c>, <c>dotnet</c> and <c>curl</c> that write down how they are called and answer as Azure
/// would: from files that an earlier call has left.
/// </summary>
internal sealed class DeployWorld : IDisposable
{
    public const string Group = "rg-paymentbot";

    /// <summary>What every secret of these tests begins with.</summary>
    public const string Hush = "hush";

    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-deploy-").FullName;

    public DeployWorld()
    {
        var source = Path.Combine(Built.Repository, "infra");
        foreach (var name in new[] { "deploy.sh", "deploy-secrets.sh", "main.bicepparam" })
        {
            Write(Path.Combine("infra", name), File.ReadAllText(Path.Combine(source, name)));
        }

        Write(
            "production.bicepparam",
            File.ReadAllText(ExampleFile).Replace("example.ru", "romashka.ru", StringComparison.Ordinal)
        );
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        var fakes = Path.Combine(Built.Repository, "tests", "PaymentBot.EndToEnd", "Infra", "Fakes");
        foreach (var name in new[] { "az", "dotnet", "curl", "git" })
        {
            File.Copy(Path.Combine(fakes, name), Path.Combine(_folder, "bin", name));
        }

        Write(
            Path.Combine("infra", "package.sh"),
            "#!/usr/bin/env bash\nset -eu\ntest -f \"$1/paymentbot\"\necho zip >\"$2\"\n"
        );
        Directory.CreateDirectory(Path.Combine(_folder, "state"));
        foreach (var name in Secrets)
        {
            Environment[name] = $"{Hush}-{name}";
        }
    }

    /// <summary>What a first run changes, in its order.</summary>
    public static IReadOnlyList<string> Everything { get; } =
    [
        "az group create",
        "az deployment group create",
        "dotnet publish",
        "az functionapp deployment source config-zip",
        "az functionapp keys set",
        "webhook set",
        "doctor",
    ];

    public static IReadOnlyList<string> Secrets { get; } =
    ["Telegram__BotToken", "Telegram__WebhookSecret", "Erp__InboundKeys__0", "Erp__OutboundKey", "Bot__SigningKey"];

    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Every call of a tool so far, one a line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(State("calls")) ? File.ReadAllLines(State("calls")) : [];

    private string ExampleFile => Path.Combine(_folder, "infra", "main.bicepparam");

    /// <summary>The calls that change something, by the words that tell them apart.</summary>
    public IReadOnlyList<string> Changes => [.. Calls.Select(Change).OfType<string>()];

    public string Packages => Path.Combine(_folder, "artifacts");

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>What the bot's command found in its environment.</summary>
    public string EnvironmentOf(string command) => File.ReadAllText(State($"env-{command}"));

    /// <summary>From now on a call whose words contain these fails.</summary>
    public void Break(string words) => File.WriteAllText(State("broken"), words);

    public void Mend() => File.Delete(State("broken"));

    public async Task<ProgramProcess.Finished> DeployAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(Environment, StringComparer.Ordinal)
        {
            ["PATH"] = $"{Path.Combine(_folder, "bin")}:/usr/local/bin:/usr/bin:/bin",
            ["STATE"] = Path.Combine(_folder, "state"),
            ["PAYMENTBOT_PAUSE"] = "0",
        };
        await using var process = ProgramProcess.StartCommand(
            "bash",
            [
                Path.Combine(_folder, "infra", "deploy.sh"),
                "--resource-group",
                Group,
                "--parameters",
                PathOf("production.bicepparam"),
                .. arguments,
            ],
            environment,
            _folder
        );
        return await process.FinishAsync();
    }

    public static ProgramProcess.Finished Succeeded(ProgramProcess.Finished seen)
    {
        Assert.True(seen.ExitCode == 0, $"{seen.Output}\n{seen.Errors}");
        return seen;
    }

    public static void Failed(ProgramProcess.Finished seen, string said)
    {
        Assert.Equal(1, seen.ExitCode);
        Assert.Contains(said, seen.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Change(string call) =>
        Everything.FirstOrDefault(words => call.Contains(words, StringComparison.Ordinal));

    private string State(string name) => Path.Combine(_folder, "state", name);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
