using PaymentBot.Cards;
using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Identity;
using PaymentBot.Ledger;
using PaymentBot.Telegram;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Delivery.Sending;

/// <summary>Sends what belongs to a request but is no card: its files on demand, and the question for a reason.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="fileSender">Sends files.</param>
/// <param name="dialogues">The rejections that were begun.</param>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows people's languages.</param>
public sealed class RequestMessages(
    TelegramClient telegram,
    FileSender fileSender,
    RejectDialogueStore dialogues,
    LinkStore links,
    TargetResolver targets
)
{
    /// <summary>Sends the files. The right to them is looked at again: between tap and delivery a link may have gone.</summary>
    /// <param name="job">The job.</param>
    /// <param name="state">The request, or null.</param>
    /// <param name="chatId">The private chat.</param>
    /// <param name="cancellationToken">Ends the wait; messages may have been sent.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task SendFilesAsync(
        DeliveryJob job,
        RequestState? state,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        if (state is null || await links.FindAsync(chatId, cancellationToken) is not { } link)
        {
            return;
        }

        if (state.Available.Count == 0)
        {
            await SendFilesGoneAsync(state, link.Link, cancellationToken);
            return;
        }

        await fileSender.SendAsync(chatId, state.Available, job.MessageId, cancellationToken);
    }

    /// <summary>There was a button for files, but their bytes went between tap and delivery.</summary>
    private async Task SendFilesGoneAsync(RequestState state, Link link, CancellationToken cancellationToken)
    {
        var request = new SendMessage
        {
            ChatId = link.TelegramUserId,
            Text = Phrases.For(targets.LanguageOf(link)).FilesGone(state.Request.Number),
            ParseMode = ParseMode.Html,
        };
        await telegram.SendMessageAsync(request, cancellationToken);
    }

    /// <summary>Asks for a reason, if one is still awaited and was not asked for yet.</summary>
    /// <param name="job">The job.</param>
    /// <param name="state">The request, or null.</param>
    /// <param name="chatId">The private chat.</param>
    /// <param name="cancellationToken">Ends the wait; the question may have been sent.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task SendPromptAsync(
        DeliveryJob job,
        RequestState? state,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        var open = await dialogues.FindAsync(chatId, cancellationToken);
        if (
            state is null
            || open is not { Writing: true, PromptMessageId: null }
            || open.Request != state.Stored.Key
            || await links.FindAsync(chatId, cancellationToken) is not { } link
        )
        {
            return;
        }

        var phrases = Phrases.For(targets.LanguageOf(link.Link));
        var request = new SendMessage
        {
            ChatId = chatId,
            Text = phrases.ReasonPrompt(state.Request.Number),
            ParseMode = ParseMode.Html,
            ReplyMarkup = new ForceReply { InputFieldPlaceholder = phrases.ReasonPlaceholder },
            ReplyParameters = job.MessageId is { } messageId ? CardSender.ReplyTo(messageId) : null,
        };
        var sent = await telegram.SendMessageAsync(request, cancellationToken);
        if (!await dialogues.RememberPromptAsync(open, sent.MessageId, cancellationToken))
        {
            var delete = new DeleteMessage { ChatId = chatId, MessageId = sent.MessageId };
            await telegram.DeleteMessageAsync(delete, cancellationToken);
        }
    }
}
