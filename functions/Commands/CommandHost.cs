using System.CommandLine;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Commands;

/// <summary>Runs an operator's command with the bot's services but without its pumps, and turns faults into one plain line.</summary>
internal static class CommandHost
{
    private const int Fault = 1;

    /// <summary>What a command does: with the bot's services, its arguments, and where it writes; gives the exit code, 0 when all is well.</summary>
    public delegate Task<int> Run(
        IServiceProvider services,
        ParseResult parsed,
        TextWriter output,
        CancellationToken cancellationToken
    );

    /// <summary>Says what a command does; a fault becomes a plain line and exit code 1.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">What it does.</param>
    public static void RunsWithBot(this Command command, Run run) =>
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, run, cancellationToken));

    private static async Task<int> RunAsync(ParseResult parsed, Run run, CancellationToken cancellationToken)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var settings = BotSettingsReader.Read(BotHost.ReadConfiguration());
            var services = new ServiceCollection().AddLogging().AddBot(settings);
            await using var provider = services.BuildServiceProvider();
            return await run(provider, parsed, console.Output, cancellationToken);
        }
        catch (Exception exception)
            when (exception
                    is SettingsException
                        or StorageException
                        or TelegramApiException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await console.Error.WriteLineAsync(exception.Message);
            return Fault;
        }
    }
}
