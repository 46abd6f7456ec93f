using NCrontab;
using PaymentBot.Functions.Queues;

namespace PaymentBot.Functions.StandAlone;

/// <summary>Plays the timer trigger of one function when the bot stands alone.</summary>
/// <param name="schedule">When it is due: six fields of NCRONTAB, in UTC, as the trigger has them.</param>
/// <param name="function">What the clock triggers.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TimerPump(
    string schedule,
    Func<CancellationToken, Task> function,
    TimeProvider timeProvider,
    ILogger<TimerPump> logger
) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The socket opens first: nothing of this is needed to answer the first call.
        await Task.Yield();
        var due = CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        while (!stoppingToken.IsCancellationRequested)
        {
            // From the end of the run before: what came up during it is gone.
            var now = timeProvider.GetUtcNow().UtcDateTime;
            await Task.Delay(due.GetNextOccurrence(now) - now, timeProvider, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
            {
                await RunAsync(stoppingToken);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await function(cancellationToken);
        }
        catch (WorkFailedException)
        {
            // The function has said why; the next run goes on.
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Stopped(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A timer stopped with the bot.")]
        public static partial void Stopped(ILogger logger);
    }
}
