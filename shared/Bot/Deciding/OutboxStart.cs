using PaymentBot.Bot.Settings;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>Posts at the start what was still waiting to be fetched when the mode was changed, beside whatever calls come. A failure is logged; housekeeping looks again.</summary>
/// <param name="services">Gives the care, which comes to life here at the earliest.</param>
/// <param name="settings">The mode.</param>
/// <param name="logger">The log.</param>
public sealed partial class OutboxStart(IServiceProvider services, BotSettings settings, ILogger<OutboxStart> logger)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (settings.Erp.Mode == ErpMode.Pull)
        {
            return;
        }

        try
        {
            await services.GetRequiredService<OutboxCare>().RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start looks again.
        }
        catch (StorageException exception)
        {
            Log.NotLooked(logger, exception.ErrorCode);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Decisions left to be fetched were not looked for: the storage answered {Code}."
        )]
        public static partial void NotLooked(ILogger logger, string code);
    }
}
