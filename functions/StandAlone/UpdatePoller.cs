using System.Diagnostics;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Updates;
using PaymentBot.Storage;

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
        long? offset = null;
        var webhookRemoved = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!webhookRemoved)
                {
                    await telegram.DeleteWebhookAsync(new DeleteWebhook(), stoppingToken);
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

    private async Task<long?> PollAsync(long? offset, CancellationToken cancellationToken)
    {
        var request = new GetUpdates
        {
            Offset = offset,
            Timeout = PollSeconds,
            AllowedUpdates = UpdateKinds.Allowed,
        };
        foreach (var update in await telegram.GetUpdatesAsync(request, cancellationToken))
        {
            await WorkAsync(update, cancellationToken);
            offset = update.UpdateId + 1;
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
            await answer.SendAsync(telegram, cancellationToken);
        }
        catch (TelegramApiException exception)
        {
            // What was decided stands; only the words are lost.
            Log.NotAnswered(logger, update.UpdateId, exception.ErrorClass);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Polling rests for a moment: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Update {UpdateId} could not be answered: {ErrorClass}.")]
        public static partial void NotAnswered(ILogger logger, long updateId, TelegramErrorClass errorClass);
    }
}
