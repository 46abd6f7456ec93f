using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Storage;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>Looks into the queue of one function, again and again.</summary>
internal sealed class QueueListener(
    string queueName,
    HostQueues queues,
    QueuesSettings settings,
    TimeSpan lease,
    QueueMessageProcessor processor,
    HostLog log,
    TimeProvider clock
)
{
    private readonly List<Task> _processing = [];
    private readonly PollingPause _pause = new(settings.MaxPollingInterval);

    /// <summary>Runs until the instance stops or dies; then completes when nothing is worked on any more.</summary>
    /// <param name="stopping">No more messages are received; those at work go on.</param>
    /// <param name="dying">Those at work are dropped too.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken dying)
    {
        // The caller starts several.
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            var found = await ReceiveAsync(stopping, dying);
            if (found)
            {
                _pause.Reset();
                await WaitForNewBatchThresholdAsync(stopping);
            }
            else
            {
                await Task.Delay(_pause.Next(), clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_processing);
    }

    private async Task<bool> ReceiveAsync(CancellationToken stopping, CancellationToken dying)
    {
        try
        {
            var batch = await queues.ReceiveMessagesAsync(queueName, settings.BatchSize, lease, stopping);
            _processing.AddRange(batch.Select(message => processor.ProcessAsync(message, dying)));
            return batch.Count > 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (StorageException refused) when (refused.ErrorCode is "QueueNotFound")
        {
            // It may come yet.
            return false;
        }
        catch (StorageException refused)
        {
            log.Write(HostLogLevel.Warning, $"Queue {queueName} cannot be read: {refused.ErrorCode}.");
            return false;
        }
    }

    private async Task WaitForNewBatchThresholdAsync(CancellationToken stopping)
    {
        _processing.RemoveAll(task => task.IsCompleted);
        while (_processing.Count > settings.NewBatchThreshold && !stopping.IsCancellationRequested)
        {
            Task some = Task.WhenAny(_processing);
            await some.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _processing.RemoveAll(task => task.IsCompleted);
        }
    }
}
