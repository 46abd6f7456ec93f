using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>
/// Asks again what failed in passing, each attempt counted and limited by itself, in place of the clients' own policy: that one knows neither our clock
/// nor a budget over all attempts, and waits however long a service wishes.
/// </summary>
internal sealed partial class StorageRetryPolicy(
    StorageOperationCounter counter,
    TimeProvider timeProvider,
    ILogger logger
) : HttpPipelinePolicy
{
    /// <inheritdoc />
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Azure Storage is only asked asynchronously.");

    /// <inheritdoc />
    /// <exception cref="StorageException">No answer came for as long as it was worth asking.</exception>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = StorageCall.Of(message);
        var context = message.ProcessingContext;
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            Begin(message, call);
            var failure = await TryAsync(message, pipeline);
            context.RetryNumber++;
            var answer = failure is null ? message.Response : null;
            if (answer is not null && !RetryRule.IsPassing(answer.Status))
            {
                return;
            }

            if (NextDelay(context.RetryNumber, started, answer) is { } delay)
            {
                await PauseAsync(message, call, answer, delay);
                continue;
            }

            // The client makes an error of an answer.
            _ = answer ?? throw StorageErrors.NoAnswer(call?.Operation, failure);
            return;
        }
    }

    private void Begin(HttpMessage message, StorageCall? call)
    {
        message.NetworkTimeout = RetryRule.AttemptTimeout(call?.Operation);
        if (call is not null)
        {
            call.Attempts++;
            counter.Add(call.Operation);
        }
    }

    private Task PauseAsync(HttpMessage message, StorageCall? call, Response? answer, TimeSpan delay)
    {
        Log.AskingAgain(
            logger,
            call?.Operation,
            message.ProcessingContext.RetryNumber,
            answer?.Status ?? 0,
            (long)delay.TotalMilliseconds
        );
        answer?.Dispose();
        return Task.Delay(delay, timeProvider, message.CancellationToken);
    }

    private static async ValueTask<Exception?> TryAsync(
        HttpMessage message,
        ReadOnlyMemory<HttpPipelinePolicy> pipeline
    )
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            await ProcessNextAsync(message, pipeline);
            return null;
        }
        catch (Exception exception)
            when (exception is RequestFailedException or IOException or HttpRequestException
                || (exception is OperationCanceledException && !message.CancellationToken.IsCancellationRequested)
            )
        {
            return exception;
        }
    }

    private TimeSpan? NextDelay(int attempts, long started, Response? answer) =>
        RetryRule.Delay(
            attempts,
            timeProvider.GetElapsedTime(started),
            RetryAfterHeader.Read(
                answer?.Headers.TryGetValue("Retry-After", out var wish) == true ? wish : null,
                timeProvider.GetUtcNow()
            ),
            Random.Shared.NextDouble()
        );

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "{Operation} of Azure Storage failed, attempt {Attempt}, status {Status}; asking again in {Delay} ms"
        )]
        public static partial void AskingAgain(
            ILogger logger,
            StorageOperation? operation,
            int attempt,
            int status,
            long delay
        );
    }
}
