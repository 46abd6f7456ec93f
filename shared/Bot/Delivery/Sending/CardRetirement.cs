using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>
/// Takes away a message that was a card, once the card stands below it; one that is too old to be deleted keeps a line that says so. Until the new
/// message is there the old one stays: a person is never without the card.
/// </summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="cards">The rows of the cards.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows people's languages.</param>
/// <param name="jobs">The queues.</param>
public sealed class CardRetirement(
    TelegramClient telegram,
    CardStore cards,
    RequestStore requests,
    LinkStore links,
    TargetResolver targets,
    JobSender jobs
)
{
    /// <summary>With the growing delays half an hour in all: by then the new card is there, or will not come soon.</summary>
    private const int MaxWaits = 14;

    /// <summary>Does one job, or puts it back while the new card is on its way.</summary>
    /// <param name="job">Which message.</param>
    /// <param name="chatId">Its chat.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer; doing it again is safe.</exception>
    internal async Task RetireAsync(DeliveryJob job, long chatId, CancellationToken cancellationToken)
    {
        var key = new RequestKey(job.RequestKey!);
        var row = (await cards.GetAsync(key, job.Recipient!, cancellationToken))?.Row;
        if (row?.MessageId is { } current)
        {
            if (current != job.MessageId)
            {
                await TakeAwayAsync(key, chatId, job.MessageId!.Value, cancellationToken);
            }
        }
        else if (job.Attempt < MaxWaits)
        {
            var later = job with { Attempt = job.Attempt + 1 };
            await jobs.DeliverAsync(later, DeliveryRule.DelayAfter(job.Attempt), cancellationToken);
        }
    }

    private async Task TakeAwayAsync(RequestKey key, long chatId, long messageId, CancellationToken cancellationToken)
    {
        try
        {
            var delete = new DeleteMessageRequest { ChatId = chatId, MessageId = (int)messageId };
            await telegram.SendRequest(delete, cancellationToken);
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.NoOp)
        {
            // Its reader was faster.
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.MessageGone)
        {
            await PointDownAsync(key, chatId, messageId, cancellationToken);
        }
    }

    private async Task PointDownAsync(RequestKey key, long chatId, long messageId, CancellationToken cancellationToken)
    {
        if (
            await requests.GetAsync(key, cancellationToken) is not { } stored
            || await links.FindAsync(chatId, cancellationToken) is not { } link
        )
        {
            return;
        }

        var phrases = Phrases.For(targets.LanguageOf(link.Link));
        var request = new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = (int)messageId,
            Text = phrases.Inbox.CardMoved(stored.Request.Number),
            ParseMode = ParseMode.Html,
        };
        try
        {
            await telegram.SendRequest(request, cancellationToken);
        }
        catch (TelegramApiException exception)
            when (exception.ErrorClass is TelegramErrorClass.NoOp or TelegramErrorClass.MessageGone)
        {
            // Said already, or nobody is left to read it.
            return;
        }
    }
}
