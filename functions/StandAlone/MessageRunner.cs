using PaymentBot.Functions.Queues;
using PaymentBot.Storage;

namespace PaymentBot.Functions.StandAlone;

/// <summary>Runs one leased message: completes it, puts it back with a growing delay, or gives it up as poison.</summary>
/// <param name="receiver">The queues.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class MessageRunner(
    IQueueReceiver receiver,
    TimeProvider timeProvider,
    ILogger<MessageRunner> logger
)
{
    /// <summary>Runs one message to its end. Never throws but when the bot stops.</summary>
    /// <param name="function">What the queue triggers.</param>
    /// <param name="message">The message.</param>
    /// <param name="settings">Lease and limits.</param>
    /// <param name="cancellationToken">The bot stops; the message comes again when its lease runs out.</param>
    public async Task RunAsync(
        PumpedFunction function,
        QueueMessage message,
        PumpSettings settings,
        CancellationToken cancellationToken
    )
    {
        try
        {
            message = await RunLeasedAsync(function, message, settings, cancellationToken);
            await receiver.CompleteAsync(function.Queue, message, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Stopped(logger, function.Queue, message.Id);
        }
        catch (WorkFailedException)
        {
            await PutBackAsync(function.Queue, message, settings, cancellationToken);
        }
        catch (StorageException exception)
        {
            Log.LeftToItsLease(logger, function.Queue, message.Id, exception.ErrorCode);
        }
    }

    /// <summary>Runs the function, and renews the lease as long as it takes.</summary>
    private async Task<QueueMessage> RunLeasedAsync(
        PumpedFunction function,
        QueueMessage message,
        PumpSettings settings,
        CancellationToken cancellationToken
    )
    {
        var work = function.RunAsync(message, cancellationToken);
        while (!work.IsCompleted)
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var half = Task.Delay(settings.Lease / 2, timeProvider, done.Token);
            if (await Task.WhenAny(work, half) == half && !cancellationToken.IsCancellationRequested)
            {
                message =
                    await receiver.UpdateAsync(function.Queue, message, settings.Lease, cancellationToken) ?? message;
            }

            await done.CancelAsync();
        }

        await work;
        return message;
    }

    private async Task PutBackAsync(
        QueueName queue,
        QueueMessage message,
        PumpSettings settings,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (message.DequeueCount < settings.MaxDequeueCount)
            {
                var delay = PumpRetry.DelayAfter(message.DequeueCount);
                await receiver.UpdateAsync(queue, message, delay, cancellationToken);
                return;
            }

            await receiver.PoisonAsync(queue, message, cancellationToken);
            Log.Poison(logger, queue, message.Id);
        }
        catch (StorageException exception)
        {
            Log.LeftToItsLease(logger, queue, message.Id, exception.ErrorCode);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            2,
            LogLevel.Error,
            "Queue {Queue}: message {MessageId} is poison now; see 'paymentbot poison list'."
        )]
        public static partial void Poison(ILogger logger, QueueName queue, string messageId);

        [LoggerMessage(3, LogLevel.Warning, "Queue {Queue}: message {MessageId} is left to its lease: {ErrorCode}.")]
        public static partial void LeftToItsLease(ILogger logger, QueueName queue, string messageId, string errorCode);

        [LoggerMessage(4, LogLevel.Debug, "Queue {Queue}: message {MessageId} stopped with the bot.")]
        public static partial void Stopped(ILogger logger, QueueName queue, string messageId);
    }
}

/// <summary>A function that a pump runs.</summary>
/// <param name="Queue">What triggers it.</param>
/// <param name="RunAsync">Runs it on a message.</param>
internal sealed record PumpedFunction(QueueName Queue, Func<QueueMessage, CancellationToken, Task> RunAsync)
{
    /// <summary>The function of a queue. It comes to life with its first message.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="services">The services.</param>
    public static PumpedFunction Of(QueueName queue, IServiceProvider services) =>
        new(
            queue,
            queue switch
            {
                QueueName.Notifications => (message, cancellationToken) =>
                    services
                        .GetRequiredService<FanOutFunction>()
                        .RunAsync(message.Body, message.Id, message.DequeueCount, cancellationToken),
                QueueName.Deliveries => (message, cancellationToken) =>
                    services
                        .GetRequiredService<DeliverFunction>()
                        .RunAsync(message.Body, message.Id, message.DequeueCount, cancellationToken),
                _ => (message, cancellationToken) =>
                    services
                        .GetRequiredService<SubmitDecisionFunction>()
                        .RunAsync(message.Body, message.Id, message.DequeueCount, cancellationToken),
            }
        );
}
