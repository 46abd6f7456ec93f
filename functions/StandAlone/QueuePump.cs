using PaymentBot.Functions.Telegram;
using PaymentBot.Storage;

namespace PaymentBot.Functions.StandAlone;

/// <summary>Plays the queue trigger of one function when the bot stands alone: bounded concurrency, leases, growing delay, poison.</summary>
/// <param name="function">What the queue triggers.</param>
/// <param name="receiver">The queues.</param>
/// <param name="runner">Runs one message.</param>
/// <param name="traffic">Tells when people wait for answers.</param>
/// <param name="settings">How the queue is worked off.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class QueuePump(
    PumpedFunction function,
    IQueueReceiver receiver,
    MessageRunner runner,
    TapTraffic traffic,
    PumpSettings settings,
    TimeProvider timeProvider,
    ILogger<QueuePump> logger
) : BackgroundService
{
    private const int LargestBatch = 32;

    /// <summary>How long a round of messages waits while people wait for answers: the queue still moves, some hundred messages a second.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    /// <summary>What runs when the bot stops gets this long to end: a message cut off while sending has an unknown outcome.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _cutOff = new(Timeout.InfiniteTimeSpan, timeProvider);
    private readonly SemaphoreSlim _free = new(settings.Concurrency);

    /// <inheritdoc />
    public override void Dispose()
    {
        _cutOff.Dispose();
        _free.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The socket opens first: nothing of this is needed to answer the first call.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PumpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StorageException exception)
            {
                Log.StorageFailed(logger, function.Queue, exception.ErrorCode);
                await Task.Delay(AfterFault, timeProvider, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await DrainAsync();
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        if (traffic.IsRush)
        {
            await Task.Delay(Courtesy, timeProvider, cancellationToken);
        }

        await _free.WaitAsync(cancellationToken);
        var wanted = 1;
        while (wanted < LargestBatch && await _free.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            wanted++;
        }

        var started = 0;
        try
        {
            var messages = await receiver.ReceiveAsync(function.Queue, wanted, settings.Lease, cancellationToken);
            foreach (var message in messages)
            {
                started++;
                _ = RunAsync(message);
            }
        }
        finally
        {
            if (wanted > started)
            {
                _free.Release(wanted - started);
            }
        }

        if (started == 0)
        {
            await receiver.WaitAsync(function.Queue, cancellationToken);
        }
    }

    private async Task RunAsync(QueueMessage message)
    {
        try
        {
            await runner.RunAsync(function, message, settings, _cutOff.Token);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Lets the running messages end.</summary>
    private async Task DrainAsync()
    {
        _cutOff.CancelAfter(StopGrace);
        for (var count = 0; count < settings.Concurrency; count++)
        {
            await _free.WaitAsync(CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Queue {Queue} rests for a moment: the storage answered {ErrorCode}.")]
        public static partial void StorageFailed(ILogger logger, QueueName queue, string errorCode);
    }
}
