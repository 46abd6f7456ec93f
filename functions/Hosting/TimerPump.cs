using System.Diagnostics;
using PaymentBot.Bot.Jobs;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Hosting;

/// <summary>Plays the timer trigger of one function when the bot stands alone.</summary>
/// <param name="function">What the clock triggers.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TimerPump(ITimerFunction function, TimeProvider timeProvider, ILogger<TimerPump> logger)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(function.Period, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Stopped(logger, function.GetType().Name);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var activity = FunctionActivity.Start(function.GetType().Name, ActivityKind.Internal, null);
        try
        {
            await function.RunAsync(cancellationToken);
        }
        catch (StorageException exception)
        {
            activity.Fail(exception);
            Log.Failed(logger, function.GetType().Name, exception.ErrorCode);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "{Function} did not end: the storage answered {ErrorCode}; the next run goes on."
        )]
        public static partial void Failed(ILogger logger, string function, string errorCode);

        [LoggerMessage(2, LogLevel.Debug, "{Function} stopped with the bot.")]
        public static partial void Stopped(ILogger logger, string function);
    }
}
