using PaymentBot.Bot.Jobs;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Queues;

/// <summary>
/// Stands around every function with a queue, in both homes: finds the body, runs the work in the trace that the message was put in, and lets no exception out but
/// one that says nothing, for whoever gets it shows it.
/// </summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="bodies">Where bodies lie that are no message, or null where each message is its body.</param>
/// <param name="limit">How long work may take, or null for as long as its message is leased.</param>
public sealed partial class MessageEdge(
    TimeProvider timeProvider,
    ILogger<MessageEdge> logger,
    IQueueBodies? bodies = null,
    WorkLimit? limit = null
)
{
    /// <summary>Runs the work on one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="work">Does it; gets the body.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="WorkFailedException">It failed, and that is logged. The message comes again or becomes poison.</exception>
    /// <exception cref="OperationCanceledException">It was ended from outside.</exception>
    public async Task RunAsync(
        QueuedMessage message,
        Func<string, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        if (limit is null)
        {
            await RunWholeAsync(message, work, cancellationToken);
            return;
        }

        using var abandoned = new CancellationTokenSource(limit.Most + limit.Grace, timeProvider);
        using var late = new CancellationTokenSource(limit.Most, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await RunWholeAsync(message, work, either.Token).WaitAsync(abandoned.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TookTooLong(logger, exception, message.Queue, message.Id, limit.Most.TotalSeconds);
            throw new WorkFailedException();
        }
    }

    private async Task RunWholeAsync(
        QueuedMessage message,
        Func<string, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        System.Diagnostics.Activity? activity = null;
        try
        {
            var body = bodies is null ? message.Text : await bodies.ReadAsync(message.Text, cancellationToken);
            activity = QueueActivity.Start(message.Queue, body, message.Id);
            await work(body, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A function's edge: whatever happened, the message comes again or is given up.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            activity?.Fail(exception);
            Log.Failed(logger, exception, message.Queue, message.Id, message.DequeueCount);
            throw new WorkFailedException();
        }
        finally
        {
            activity?.Dispose();
        }

        await ForgetAsync(message, cancellationToken);
    }

    private async Task ForgetAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await (bodies?.ForgetAsync(message.Text, cancellationToken) ?? ValueTask.CompletedTask);
        }
        catch (Exception exception) when (exception is StorageException or OperationCanceledException)
        {
            Log.NotForgotten(logger, exception, message.Queue, message.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Queue {Queue}: message {MessageId} failed, attempt {DequeueCount}.")]
        public static partial void Failed(
            ILogger logger,
            Exception exception,
            QueueName queue,
            string messageId,
            int dequeueCount
        );

        [LoggerMessage(
            2,
            LogLevel.Error,
            "Queue {Queue}: work on message {MessageId} was ended: it took more than {Seconds} seconds."
        )]
        public static partial void TookTooLong(
            ILogger logger,
            Exception exception,
            QueueName queue,
            string messageId,
            double seconds
        );

        [LoggerMessage(3, LogLevel.Warning, "Queue {Queue}: the body of message {MessageId} could not be removed.")]
        public static partial void NotForgotten(ILogger logger, Exception exception, QueueName queue, string messageId);
    }
}

/// <summary>A message as it comes from a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Text">Its text: the body, or what points to it.</param>
/// <param name="Id">Its identity.</param>
/// <param name="DequeueCount">Which attempt this is, from 1.</param>
public sealed record QueuedMessage(QueueName Queue, string Text, string Id, int DequeueCount);

/// <summary>How long work on a message may take where the host ends the process of work that takes longer, and with it all that runs beside.</summary>
/// <param name="Most">After this the work is told to end.</param>
/// <param name="Grace">After this much more it is left behind.</param>
public sealed record WorkLimit(TimeSpan Most, TimeSpan Grace)
{
    /// <summary>Below the five minutes of host.json: <c>functionTimeout</c>.</summary>
    public static readonly WorkLimit OfTheHost = new(TimeSpan.FromSeconds(270), TimeSpan.FromSeconds(10));
}

/// <summary>Work failed; the log says why. Holds nothing, for the host writes down whatever it holds.</summary>
public sealed class WorkFailedException() : Exception("It failed; the log of the bot says why.");
