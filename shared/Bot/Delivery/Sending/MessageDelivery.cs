using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Runs the jobs that are not cards: files on demand, notices, screens, the question for a reason, and what is taken away.</summary>
/// <param name="reader">Reads the state of a request.</param>
/// <param name="requestMessages">Sends questions about a request.</param>
/// <param name="plain">Says and takes away what belongs to no request.</param>
/// <param name="files">Sends files of a request.</param>
/// <param name="gate">Keeps to the send slots.</param>
/// <param name="reachability">Learns who cannot be reached.</param>
/// <param name="logger">The log.</param>
public sealed partial class MessageDelivery(
    RequestStateReader reader,
    RequestMessages requestMessages,
    PlainMessages plain,
    FileDelivery files,
    SlotGate gate,
    ReachabilityKeeper reachability,
    ILogger<MessageDelivery> logger
)
{
    /// <summary>Does one job.</summary>
    /// <param name="job">The message.</param>
    /// <param name="dequeueCount">How often the message was received; above 1 it may have been sent already.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <exception cref="Storage.StorageException">The store failed; running the job again is safe.</exception>
    public async Task HandleAsync(DeliveryJob job, int dequeueCount, CancellationToken cancellationToken)
    {
        var chatId = job.ChatId!.Value;
        try
        {
            await RunAsync(job, chatId, cancellationToken);
        }
        catch (TelegramApiException exception)
        {
            await ReactAsync(job, chatId, exception, cancellationToken);
        }

        if (dequeueCount > 1)
        {
            Log.Repeated(logger, job.Kind, chatId, dequeueCount);
        }
    }

    private async Task RunAsync(DeliveryJob job, long chatId, CancellationToken cancellationToken)
    {
        if (job.Kind is DeliveryKind.Delete or DeliveryKind.Retire)
        {
            await plain.TakeAwayAsync(job, chatId, cancellationToken);
            return;
        }

        var state = job.RequestKey is { } key ? await reader.ReadAsync(new RequestKey(key), cancellationToken) : null;
        var weight = job.Kind == DeliveryKind.Files ? FileDelivery.WeightOf(job, state) : 1;
        if (!await gate.EnterAsync(job, chatId, weight, cancellationToken))
        {
            return;
        }

        await (
            job.Kind switch
            {
                DeliveryKind.Notice or DeliveryKind.Screen => plain.SayAsync(job, chatId, cancellationToken),
                DeliveryKind.Files => files.SendFilesAsync(job, state, chatId, cancellationToken),
                DeliveryKind.FileList => files.SendListAsync(job, state, chatId, cancellationToken),
                DeliveryKind.Prompt => requestMessages.SendPromptAsync(job, state, chatId, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(job), job.Kind, "No message job."),
            }
        );
    }

    /// <summary>A short message is repeated after a fault that passes; a time-out is not, for the reader may have it already.</summary>
    private async Task ReactAsync(
        DeliveryJob job,
        long chatId,
        TelegramApiException exception,
        CancellationToken cancellationToken
    )
    {
        Log.Failed(logger, job.Kind, chatId, exception.Method, exception.ErrorCode, exception.ErrorClass);
        var verdict = DeliveryRule.Decide(
            exception.ErrorClass,
            exception.RetryAfter,
            exception.MigrateToChatId,
            job.Attempt,
            job.Kind is DeliveryKind.Delete or DeliveryKind.Retire
        );
        if (verdict is DeliveryVerdict.PutBack putBack)
        {
            await gate.PutBackAsync(job, chatId, putBack.Delay, exception.RetryAfter is not null, cancellationToken);
        }
        else if (verdict is DeliveryVerdict.Moved moved)
        {
            var there = job with { ChatId = moved.ChatId };
            await gate.PutBackAsync(there, moved.ChatId, TimeSpan.Zero, false, cancellationToken);
        }
        else if (verdict is DeliveryVerdict.Unreachable)
        {
            await reachability.NoteAsync(chatId, exception, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Kind} for chat {ChatId} ran for the {DequeueCount}. time.")]
        public static partial void Repeated(ILogger logger, DeliveryKind kind, long chatId, int dequeueCount);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "{Kind} for chat {ChatId}: {Method} answered {ErrorCode}, class {ErrorClass}."
        )]
        public static partial void Failed(
            ILogger logger,
            DeliveryKind kind,
            long chatId,
            string method,
            int errorCode,
            TelegramErrorClass errorClass
        );
    }
}
