using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Sends the questions about a request that are no card: for a reason or a comment.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="dialogues">The decisions that were begun.</param>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows people's languages.</param>
public sealed class RequestMessages(
    TelegramClient telegram,
    DecisionDialogueStore dialogues,
    LinkStore links,
    TargetResolver targets
)
{
    /// <summary>Asks for a reason or a comment, if one is still awaited and was not asked for yet.</summary>
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
            || open is not { AwaitsText: true, PromptMessageId: null }
            || open.Request != state.Stored.Key
            || await links.FindAsync(chatId, cancellationToken) is not { } link
        )
        {
            return;
        }

        var phrases = Phrases.For(targets.LanguageOf(link.Link));
        var forComment = open.Kind == CardDialogue.WritingComment;
        var request = new SendMessageRequest
        {
            ChatId = chatId,
            Text = forComment
                ? phrases.Deciding.CommentPrompt(state.Request.Number)
                : phrases.ReasonPrompt(state.Request.Number),
            ParseMode = ParseMode.Html,
            ReplyMarkup = new ForceReplyMarkup
            {
                InputFieldPlaceholder = forComment ? phrases.Deciding.CommentPlaceholder : phrases.ReasonPlaceholder,
            },
            ReplyParameters = job.MessageId is { } messageId ? CardSender.ReplyTo(messageId) : null,
        };
        var sent = await telegram.SendRequest(request, cancellationToken);
        if (!await dialogues.RememberPromptAsync(open, sent.MessageId, cancellationToken))
        {
            var delete = new DeleteMessageRequest { ChatId = chatId, MessageId = sent.MessageId };
            await telegram.SendRequest(delete, cancellationToken);
        }
    }
}
