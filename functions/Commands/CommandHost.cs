using PaymentBot.Functions.Hosting;
using PaymentBot.Functions.Settings;
using PaymentBot.Storage;
using PaymentBot.Telegram;

namespace PaymentBot.Functions.Commands;

/// <summary>Runs an operator's command with the bot's services but without its pumps, and turns faults into one plain line.</summary>
internal static class CommandHost
{
    private const int Fault = 1;

    /// <summary>Runs a command.</summary>
    /// <param name="error">Where faults are told.</param>
    /// <param name="command">The command; returns the exit code.</param>
    /// <returns>The exit code: 0 when all is well.</returns>
    public static async Task<int> RunAsync(TextWriter error, Func<IServiceProvider, Task<int>> command)
    {
        try
        {
            var settings = BotSettingsReader.Read(BotHost.ReadConfiguration());
            var services = new ServiceCollection().AddLogging().AddBot(settings);
            await using var provider = services.BuildServiceProvider();
            return await command(provider);
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
            await error.WriteLineAsync(exception.Message);
            return Fault;
        }
    }
}
