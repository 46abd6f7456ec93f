using System.Diagnostics;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Updates;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace PaymentBot.Functions.StandAlone;

/// <summary>Fetches updates by getUpdates, for a laptop without a public address. An update is given back to Telegram only after its work is stored.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="dispatcher">Works on updates.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class UpdatePoller(
    TelegramClient telegram,
    UpdateDispatcher dispatcher,
    TimeProvider timeProvider,
    ILogger<UpdatePoller> logger
) : BackgroundService
{
    private const int PollSeconds = 50;

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        int? offset = null;
        var webhookRemoved = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!webhookRemoved)
                {
                    await telegram.SendRequest(new DeleteWebhookRequest(), stoppingToken);
                    webhookRemoved = true;
                }

                offset = await PollAsync(offset, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is TelegramApiException or StorageException)
            {
                Log.Failed(logger, exception.Message);
                await Task.Delay(AfterFault, timeProvider, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int?> PollAsync(int? offset, CancellationToken cancellationToken)
    {
        var request = new GetUpdatesRequest
        {
            Offset = offset,
            Timeout = PollSeconds,
            AllowedUpdates = UpdateKinds.Allowed,
        };
        foreach (var (id, update) in await telegram.FetchUpdatesAsync(request, cancellationToken))
        {
            if (update is null)
            {
                Log.NotRead(logger, id);
            }
            else
            {
                await WorkAsync(update, cancellationToken);
            }

            offset = id + 1;
        }

        return offset;
    }

    private async Task WorkAsync(Update update, CancellationToken cancellationToken)
    {
        using var activity = FunctionActivity.Start("process update", ActivityKind.Consumer, null);
        if (await dispatcher.DispatchAsync(update, cancellationToken) is not { } answer)
        {
            return;
        }

        try
        {
            await telegram.ReplyAsync(answer, cancellationToken);
        }
        catch (TelegramApiException exception)
        {
            // What was decided stands; only the words are lost.
            Log.NotAnswered(logger, update.Id, exception.ErrorClass);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Polling rests for a moment: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Update {UpdateId} could not be answered: {ErrorClass}.")]
        public static partial void NotAnswered(ILogger logger, long updateId, TelegramErrorClass errorClass);

        [LoggerMessage(3, LogLevel.Error, "Update {UpdateId} is passed over: it is none that can be read.")]
        public static partial void NotRead(ILogger logger, int updateId);
    }
}
