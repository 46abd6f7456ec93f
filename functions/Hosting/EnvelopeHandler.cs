using System.Diagnostics;
using PaymentBot.Bot.Jobs;
using PaymentBot.Erp;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.Observability;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Hosting;

/// <summary>Runs the functions that the Functions host triggers with an envelope: one call is one message, or one tick of the clock.</summary>
/// <param name="bodies">The bodies of long messages.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class EnvelopeHandler(
    IQueueBodies bodies,
    TimeProvider timeProvider,
    ILogger<EnvelopeHandler> logger
)
{
    /// <summary>
    /// A queue holds 64 KB in base64; quoted twice, and copied into the metadata besides, that is well below.
    /// </summary>
    public const int MaxBody = 1024 * 1024;

    /// <summary>
    /// Ends before functionTimeout of host.json does: at that the host would kill the process, and with it every other call.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(270);

    /// <summary>How long work that was told to end may take to do so.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Runs a function that a queue triggers.</summary>
    /// <param name="context">The host's call.</param>
    /// <param name="function">The function.</param>
    public Task RunAsync(HttpContext context, IQueueFunction function) =>
        RunAsync(context, function.GetType().Name, (envelope, token) => RunMessageAsync(function, envelope, token));

    /// <summary>Runs a function that the clock triggers.</summary>
    /// <param name="context">The host's call.</param>
    /// <param name="function">The function.</param>
    public Task RunAsync(HttpContext context, ITimerFunction function) =>
        RunAsync(context, function.GetType().Name, (_, token) => RunTimerAsync(function, token));

    private static bool IsEnded(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private async Task RunAsync(
        HttpContext context,
        string function,
        Func<Envelope, CancellationToken, Task<bool>> work
    )
    {
        if (
            await BoundedBody.ReadAsync(
                context.Request.Body,
                context.Request.ContentLength,
                MaxBody,
                context.RequestAborted
            )
            is not { } body
        )
        {
            Log.TooLarge(logger, function);
            await EnvelopeAnswer.TooLargeAsync(context);
            return;
        }

        if (Envelope.Parse(body) is not { } envelope)
        {
            Log.Malformed(logger, function, body.Length);
            await EnvelopeAnswer.MalformedAsync(context);
            return;
        }

        var done = await RunLimitedAsync(function, token => work(envelope, token), context.RequestAborted);
        if (!context.RequestAborted.IsCancellationRequested)
        {
            await (done ? EnvelopeAnswer.DoneAsync(context) : EnvelopeAnswer.FailedAsync(context));
        }
    }

    /// <summary>Gives the work its time, and a little more to end by itself.</summary>
    private async Task<bool> RunLimitedAsync(
        string function,
        Func<CancellationToken, Task<bool>> work,
        CancellationToken aborted
    )
    {
        using var abandoned = new CancellationTokenSource(Limit + Grace, timeProvider);
        using var limit = new CancellationTokenSource(Limit, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            return await work(either.Token).WaitAsync(abandoned.Token);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            Log.HostWentAway(logger, function);
        }
        catch (OperationCanceledException exception)
        {
            Log.TookTooLong(logger, exception, function, Limit.TotalSeconds);
        }

        return false;
    }

    private async Task<bool> RunMessageAsync(
        IQueueFunction function,
        Envelope envelope,
        CancellationToken cancellationToken
    )
    {
        Activity? activity = null;
        try
        {
            var body = await bodies.ReadAsync(envelope.Text, cancellationToken);
            activity = QueueActivity.Start(function.Queue, body, envelope.MessageId);
            await function.RunAsync(body, envelope.DequeueCount, cancellationToken);
        }
#pragma warning disable CA1031 // A function's edge: whatever happened, the host tries again or gives the message up.
        catch (Exception exception) when (!IsEnded(exception, cancellationToken))
#pragma warning restore CA1031
        {
            activity?.Fail(exception);
            Log.MessageFailed(logger, exception, function.Queue, envelope.MessageId, envelope.DequeueCount);
            return false;
        }
        finally
        {
            activity?.Dispose();
        }

        await ForgetAsync(function.Queue, envelope, cancellationToken);
        return true;
    }

    /// <summary>The work is done, whether or not its body can be removed: to run it again for that would be worse.</summary>
    private async Task ForgetAsync(QueueName queue, Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            await bodies.ForgetAsync(envelope.Text, cancellationToken);
        }
        catch (Exception exception) when (exception is StorageException or OperationCanceledException)
        {
            Log.NotForgotten(logger, exception, queue, envelope.MessageId);
        }
    }

    private async Task<bool> RunTimerAsync(ITimerFunction function, CancellationToken cancellationToken)
    {
        using var activity = FunctionActivity.Start(function.GetType().Name, ActivityKind.Internal, null);
        try
        {
            await function.RunAsync(cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // A function's edge: the next tick goes on.
        catch (Exception exception) when (!IsEnded(exception, cancellationToken))
#pragma warning restore CA1031
        {
            activity.Fail(exception);
            Log.TimerFailed(logger, exception, function.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Queue {Queue}: message {MessageId} failed, attempt {DequeueCount}.")]
        public static partial void MessageFailed(
            ILogger logger,
            Exception exception,
            QueueName queue,
            string? messageId,
            int dequeueCount
        );

        [LoggerMessage(2, LogLevel.Error, "{Function} failed; the next run goes on.")]
        public static partial void TimerFailed(ILogger logger, Exception exception, string function);

        [LoggerMessage(3, LogLevel.Error, "{Function} was called with {Length} bytes that are no envelope.")]
        public static partial void Malformed(ILogger logger, string function, int length);

        [LoggerMessage(4, LogLevel.Error, "{Function} was called with more bytes than any envelope has.")]
        public static partial void TooLarge(ILogger logger, string function);

        [LoggerMessage(5, LogLevel.Error, "{Function} was ended: it took more than {Seconds} seconds.")]
        public static partial void TookTooLong(ILogger logger, Exception exception, string function, double seconds);

        [LoggerMessage(6, LogLevel.Warning, "{Function} was ended: the host went away.")]
        public static partial void HostWentAway(ILogger logger, string function);

        [LoggerMessage(7, LogLevel.Warning, "Queue {Queue}: the body of message {MessageId} could not be removed.")]
        public static partial void NotForgotten(
            ILogger logger,
            Exception exception,
            QueueName queue,
            string? messageId
        );
    }
}
