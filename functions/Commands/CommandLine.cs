using System.CommandLine;

namespace PaymentBot.Functions.Commands;

/// <summary>The operator's commands.</summary>
internal static class CommandLine
{
    private static readonly string[] Names =
    [
        "webhook",
        "link",
        "keys",
        "poison",
        "search",
        "backup",
        "restore",
        "doctor",
        "--help",
        "-h",
        "-?",
        "--version",
    ];

    /// <summary>Whether the arguments name a command, rather than start the bot.</summary>
    /// <param name="args">The arguments.</param>
    public static bool IsCommand(string[] args) => args.Length > 0 && Names.Contains(args[0], StringComparer.Ordinal);

    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("PaymentBot. Without a command it serves; --urls says where it listens.")
        {
            WebhookCommand.Create(),
            LinkCommand.Create(),
            KeysCommand.Create(),
            PoisonCommand.Create(),
            SearchCommand.Create(),
            BackupCommand.CreateBackup(),
            BackupCommand.CreateRestore(),
            DoctorCommand.Create(),
        };
        return root.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
    }
}
