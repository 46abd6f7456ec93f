using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Shows screens: lists, settings, everything with buttons that is no card.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="links">The links of people.</param>
public sealed class ScreenSender(TelegramClient telegram, LinkStore links)
{
    /// <summary>Sends a screen, or makes an earlier message show it; one that is gone is sent anew. A chat that lost its link since the tap gets nothing.</summary>
    /// <param name="job">The job.</param>
    /// <param name="chatId">The private chat.</param>
    /// <param name="cancellationToken">Ends the wait; the screen may have been sent.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task ShowAsync(DeliveryJob job, long chatId, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(chatId, cancellationToken) is null)
        {
            return;
        }

        var markup = TelegramKeyboard.Of(job.Buttons);
        if (job.MessageId is { } messageId && await TryEditAsync(job, chatId, messageId, markup, cancellationToken))
        {
            return;
        }

        var request = new SendMessageRequest
        {
            ChatId = chatId,
            Text = job.Html!,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = markup,
        };
        await telegram.SendRequest(request, cancellationToken);
    }

    private async Task<bool> TryEditAsync(
        DeliveryJob job,
        long chatId,
        long messageId,
        InlineKeyboardMarkup? markup,
        CancellationToken cancellationToken
    )
    {
        var request = new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = (int)messageId,
            Text = job.Html!,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = markup,
        };
        try
        {
            await telegram.SendRequest(request, cancellationToken);
            return true;
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.NoOp)
        {
            return true;
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.MessageGone)
        {
            return false;
        }
    }
}
