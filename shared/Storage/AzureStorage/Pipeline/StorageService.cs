using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>
/// One service of an account: sends requests, each attempt signed and counted by itself, and asks again what failed in passing.
/// </summary>
internal sealed partial class StorageService(StorageServiceSettings settings)
{
    private readonly string _endpoint = settings.Endpoint.AbsoluteUri.TrimEnd('/');

    /// <summary>A request for an address within the service.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">Path and query, percent-encoded, beginning with a slash.</param>
    public HttpMessage CreateMessage(RequestMethod method, string address)
    {
        var message = settings.Pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_endpoint + address));
        message.Request.Headers.SetValue("x-ms-version", settings.Version);
        return message;
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="StorageException">No answer came, or only a passing failure, for as long as it was worth asking.</exception>
    public ValueTask<StorageReply> SendAsync(
        HttpMessage message,
        StorageOperation operation,
        CancellationToken cancellationToken
    ) => SendAsync(message, operation, stream: false, cancellationToken);

    /// <summary>Sends a request whose answer, when it is a success, is to be read as a stream.</summary>
    /// <exception cref="StorageException">No answer came, or only a passing failure, for as long as it was worth asking.</exception>
    public ValueTask<StorageReply> OpenAsync(
        HttpMessage message,
        StorageOperation operation,
        CancellationToken cancellationToken
    ) => SendAsync(message, operation, stream: true, cancellationToken);

    private async ValueTask<StorageReply> SendAsync(
        HttpMessage message,
        StorageOperation operation,
        bool stream,
        CancellationToken cancellationToken
    )
    {
        var started = settings.TimeProvider.GetTimestamp();
        var attempts = 0;
        while (true)
        {
            attempts++;
            var (reply, failure) = await TryAsync(message, operation, stream, attempts, cancellationToken);
            if (reply is not null && !RetryRule.IsPassing(reply.Status))
            {
                return reply;
            }

            using (reply)
            {
                var delay =
                    NextDelay(attempts, started, reply)
                    ?? throw reply?.ToException() ?? StorageErrors.NoAnswer(operation, failure);
                Log.AskingAgain(
                    settings.Logger,
                    operation,
                    attempts,
                    reply?.Status ?? 0,
                    (long)delay.TotalMilliseconds
                );
                await Task.Delay(delay, settings.TimeProvider, cancellationToken);
            }
        }
    }

    private async ValueTask<(StorageReply? Reply, Exception? Failure)> TryAsync(
        HttpMessage message,
        StorageOperation operation,
        bool stream,
        int attempts,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        settings.Counter.Add(operation);
        using var patience = new CancellationTokenSource(settings.AttemptTimeout, settings.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await settings.Pipeline.SendAsync(message, linked.Token);
            ReadOnlyMemory<byte>? body =
                stream && !message.Response.IsError ? null : await ReadAsync(message.Response, linked.Token);
            return (new StorageReply(message.Response, operation, body, attempts), null);
        }
        catch (AuthenticationFailedException exception)
        {
            throw new StorageException("Signing in to Azure Storage failed.", "AuthenticationFailed", exception);
        }
        catch (Exception exception)
            when (exception is RequestFailedException or IOException or HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return (null, exception);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(
        Response response,
        CancellationToken cancellationToken
    )
    {
        if (response.ContentStream is not { } content || response.Headers.ContentLength == 0)
        {
            return default;
        }

        var buffer = new MemoryStream(response.Headers.ContentLength ?? 0);
        await content.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private TimeSpan? NextDelay(int attempts, long started, StorageReply? reply) =>
        RetryRule.Delay(
            attempts,
            settings.TimeProvider.GetElapsedTime(started),
            RetryAfterHeader.Read(reply?.Header("Retry-After"), settings.TimeProvider.GetUtcNow()),
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
            StorageOperation operation,
            int attempt,
            int status,
            long delay
        );
    }
}
