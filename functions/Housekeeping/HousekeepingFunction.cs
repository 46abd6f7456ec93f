using PaymentBot.Functions.Hosting;
using PaymentBot.Ledger;

namespace PaymentBot.Functions.Housekeeping;

/// <summary>Timer, hourly: forgets updates and webhook calls older than 48 hours.</summary>
/// <param name="seen">What was handled.</param>
/// <param name="logger">The log.</param>
internal sealed partial class HousekeepingFunction(SeenStore seen, ILogger<HousekeepingFunction> logger)
    : ITimerFunction
{
    /// <inheritdoc />
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var forgotten = await seen.ForgetAsync(cancellationToken);
        Log.Forgotten(logger, forgotten);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Housekeeping forgot {Count} handled updates and calls.")]
        public static partial void Forgotten(ILogger logger, int count);
    }
}
