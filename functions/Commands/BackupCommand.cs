using System.CommandLine;
using System.Globalization;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>. They need to know where the store is and nothing else: no secret, no Telegram.</summary>
internal static class BackupCommand
{
    /// <summary>Makes the command that writes a copy.</summary>
    public static Command CreateBackup()
    {
        var file = new Argument<string>("file") { Description = "The copy to write; it must not exist." };
        var command = new Command(
            "backup",
            "Copies everything that is stored into one file. The bot may go on working."
        )
        {
            file,
        };
        command.SetAction(parsed =>
            Run(parsed, (backup, output) => Save(backup, parsed.GetRequiredValue(file), output))
        );
        return command;
    }

    /// <summary>Makes the command that brings a copy back.</summary>
    public static Command CreateRestore()
    {
        var file = new Argument<string>("file") { Description = "A copy that 'backup' wrote." };
        var command = new Command("restore", "Brings a copy back. The bot must be stopped; what was stored is kept.")
        {
            file,
        };
        command.SetAction(parsed =>
            Run(parsed, (backup, output) => Restore(backup, parsed.GetRequiredValue(file), output))
        );
        return command;
    }

    private static int Run(ParseResult parsed, Func<IStorageBackup, TextWriter, int> run)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var storage = BotSettingsReader.ReadStorage(BotHost.ReadConfiguration());
            if (StorageBackups.For(storage) is { } backup)
            {
                return run(backup, console.Output);
            }

            console.Error.WriteLine(
                "Storage__Provider is AzureStorage: the storage account keeps the state, no file does."
            );
        }
        catch (Exception exception)
            when (exception is SettingsException or StorageException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(exception.Message);
        }

        return 1;
    }

    private static int Save(IStorageBackup backup, string file, TextWriter output)
    {
        var length = backup.Save(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {length} bytes, checked"));
        return 0;
    }

    private static int Restore(IStorageBackup backup, string file, TextWriter output)
    {
        var result = backup.Restore(file);
        output.WriteLine(Describe(result.Outcome, file));
        if (result.KeptAs is { } kept)
        {
            output.WriteLine($"What was stored before is kept in {kept}");
        }

        return result.Outcome == RestoreOutcome.Restored ? 0 : 1;
    }

    private static string Describe(RestoreOutcome outcome, string file) =>
        outcome switch
        {
            RestoreOutcome.Restored =>
                $"{file} is restored. Start the bot, and let the ERP announce its open requests again.",
            RestoreOutcome.NotFound => $"There is no file {file}.",
            RestoreOutcome.NotACopy => $"{file} is no copy that 'backup' wrote.",
            RestoreOutcome.Damaged => $"{file} is damaged; take an older one.",
            RestoreOutcome.TooNew => $"{file} was written by a newer version; install that one first.",
            _ => "The bot is running, or another program has its file open. Stop it first: systemctl stop paymentbot",
        };
}
