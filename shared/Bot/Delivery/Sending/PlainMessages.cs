using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Says and takes away messages that need no snapshot of a request.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="screens">Shows screens.</param>
/// <param name="retirement">Takes former cards away.</param>
public sealed class PlainMessages(TelegramClient telegram, ScreenSender screens, CardRetirement retirement)
{
    /// <summary>Sends a notice or shows a screen.</summary>
    /// <param name="job">The job.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal Task SayAsync(DeliveryJob job, long chatId, CancellationToken cancellationToken) =>
        job.Kind == DeliveryKind.Screen
            ? screens.ShowAsync(job, chatId, cancellationToken)
            : NoticeAsync(job, chatId, cancellationToken);

    /// <summary>Deletes a message, or retires a former card.</summary>
    /// <param name="job">The job.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task TakeAwayAsync(DeliveryJob job, long chatId, CancellationToken cancellationToken)
    {
        if (job.Kind == DeliveryKind.Retire)
        {
            await retirement.RetireAsync(job, chatId, cancellationToken);
            return;
        }

        var delete = new DeleteMessageRequest { ChatId = chatId, MessageId = (int)job.MessageId!.Value };
        await telegram.SendRequest(delete, cancellationToken);
    }

    private async Task NoticeAsync(DeliveryJob job, long chatId, CancellationToken cancellationToken)
    {
        var request = new SendMessageRequest
        {
            ChatId = chatId,
            MessageThreadId = (int?)job.ThreadId,
            Text = job.Html!,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyParameters = job.MessageId is { } messageId ? CardSender.ReplyTo(messageId) : null,
        };
        await telegram.SendRequest(request, cancellationToken);
    }
}
