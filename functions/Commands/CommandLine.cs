using System.CommandLine;

namespace PaymentBot.Functions.Commands;

/// <summary>The operator's commands.</summary>
internal static class CommandLine
{
    /// <summary>What was typed makes no sense: the usual code for it, and never that of a command that ran.</summary>
    private const int Misuse = 2;

    private const string Option = "--";

    /// <summary>
    /// Whether the arguments are settings and nothing else, such as <c>--urls http://127.0.0.1:8080</c>, and so start the bot. Any other word is a command or the
    /// misspelling of one, and must never start a second bot on a store that is in use.
    /// </summary>
    /// <param name="args">The arguments.</param>
    public static bool AsksToServe(string[] args)
    {
        var rest = args.AsSpan();
        while (!rest.IsEmpty)
        {
            // "--name=value", or "--name value".
            var length = rest[0].Contains('=', StringComparison.Ordinal) ? 1 : 2;
            if (!rest[0].StartsWith(Option, StringComparison.Ordinal) || rest.Length < length)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code: 2 when there is no such command or option, with the list of those there are.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        var code = await parsed.InvokeAsync(cancellationToken: CancellationToken.None);
        return parsed.Errors.Count > 0 ? Misuse : code;
    }

    private static RootCommand Root() =>
        new("PaymentBot. Without a command it serves; --urls says where it listens.")
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
}
