using System.Globalization;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Storage;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>Brings one leased message to its end: deleted, released, or moved to the poison queue.</summary>
internal sealed class QueueMessageProcessor(
    FunctionDefinition function,
    HostQueues queues,
    QueuesSettings settings,
    TimeSpan lease,
    EnvelopeInvoker invoker,
    HostLog log,
    TimeProvider clock
)
{
    private const string PoisonSuffix = "-poison";
    private const int LongestName = 63;

    /// <summary>What the SDK gives a message that is put without a time to live.</summary>
    private static readonly TimeSpan PoisonLife = TimeSpan.FromDays(7);

    private readonly QueueTrigger _trigger = function.Queue!;

    /// <summary>The poison queue, or null for a queue that is one, or whose name leaves no room.</summary>
    private string? PoisonQueue =>
        _trigger.QueueName.EndsWith(PoisonSuffix, StringComparison.Ordinal)
        || _trigger.QueueName.Length + PoisonSuffix.Length > LongestName
            ? null
            : _trigger.QueueName + PoisonSuffix;

    /// <summary>Never throws: what the storage refuses is logged, and the message is left to its lease.</summary>
    /// <param name="cancellationToken">The instance dies.</param>
    public async Task ProcessAsync(QueueServiceMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(message, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Write(
                HostLogLevel.Information,
                $"Message {message.MessageId} is left to its lease: the instance dies."
            );
        }
        catch (StorageException refused)
        {
            log.Write(HostLogLevel.Error, $"Message {message.MessageId} is left to its lease: {refused.ErrorCode}.");
        }
    }

    private async Task RunAsync(QueueServiceMessage message, CancellationToken cancellationToken)
    {
        if (QueueText.Decode(message.MessageText, settings) is not { } bytes)
        {
            log.Write(HostLogLevel.Warning, $"Message {message.MessageId} is not in the encoding of host.json.");
            await PoisonAsync(message, cancellationToken);
            return;
        }

        if (message.DequeueCount > settings.MaxDequeueCount)
        {
            await PoisonAsync(message, cancellationToken);
            return;
        }

        var (succeeded, last) = await InvokeAsync(message, bytes, cancellationToken);
        if (succeeded)
        {
            await queues.DeleteMessageAsync(_trigger.QueueName, last.MessageId, last.PopReceipt, cancellationToken);
        }
        else
        {
            await ReleaseAsync(last, cancellationToken);
        }
    }

    private async Task<(bool Succeeded, QueueServiceMessage Message)> InvokeAsync(
        QueueServiceMessage message,
        byte[] bytes,
        CancellationToken cancellationToken
    )
    {
        if (QueueText.Wrap(function.Name, _trigger, message, bytes, clock.GetUtcNow()) is not { } envelope)
        {
            log.Write(HostLogLevel.Error, $"Message {message.MessageId} is no UTF-8.");
            return (false, message);
        }

        using var renewing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewed = RenewAsync(message, renewing.Token);
        try
        {
            var succeeded = await invoker.InvokeAsync(function.Name, envelope, cancellationToken);
            await renewing.CancelAsync();
            return (succeeded, await renewed);
        }
        catch (OperationCanceledException)
        {
            await renewing.CancelAsync();
            await renewed;
            throw;
        }
    }

    /// <summary>Renews the lease at its half, again and again.</summary>
    /// <returns>The message with its newest receipt.</returns>
    private async Task<QueueServiceMessage> RenewAsync(QueueServiceMessage message, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(lease / 2, clock, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
            {
                return message;
            }

            try
            {
                // Not cancelled half-way: the receipt would be lost.
                var update = await queues.UpdateMessageAsync(
                    _trigger.QueueName,
                    message,
                    lease,
                    CancellationToken.None
                );
                message = update is { } receipt ? message with { PopReceipt = receipt } : message;
            }
            catch (StorageException refused)
            {
                log.Write(
                    HostLogLevel.Warning,
                    $"The lease of {message.MessageId} was not renewed: {refused.ErrorCode}."
                );
            }
        }
    }

    private async Task ReleaseAsync(QueueServiceMessage message, CancellationToken cancellationToken)
    {
        if (PoisonQueue is null)
        {
            return;
        }

        if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            await PoisonAsync(message, cancellationToken);
            return;
        }

        await queues.UpdateMessageAsync(_trigger.QueueName, message, settings.VisibilityTimeout, cancellationToken);
    }

    private async Task PoisonAsync(QueueServiceMessage message, CancellationToken cancellationToken)
    {
        if (PoisonQueue is not { } poison)
        {
            return;
        }

        var limit = settings.MaxDequeueCount.ToString(CultureInfo.InvariantCulture);
        log.Write(
            HostLogLevel.Warning,
            $"Message has reached MaxDequeueCount of {limit}. Moving message to queue '{poison}'."
        );
        await queues.CreateQueueIfNotExistsAsync(poison, cancellationToken);
        await queues.SendMessageAsync(poison, message.MessageText, PoisonLife, cancellationToken);
        await queues.DeleteMessageAsync(_trigger.QueueName, message.MessageId, message.PopReceipt, cancellationToken);
    }
}
