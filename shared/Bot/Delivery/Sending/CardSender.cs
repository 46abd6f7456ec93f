using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Sends and edits the messages that are cards.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="logger">The log.</param>
public sealed partial class CardSender(TelegramClient telegram, ILogger<CardSender> logger)
{
    /// <summary>Sends a card as a text message.</summary>
    /// <param name="place">The chat and the topic.</param>
    /// <param name="card">The card.</param>
    /// <param name="replyTo">A message of the chat to reply to, or null.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been sent.</param>
    /// <returns>The new message's id.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer; repeating may double the message.</exception>
    public async Task<long> SendAsync(
        ChatPlace place,
        ComposedCard card,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var request = new SendMessage
        {
            ChatId = place.ChatId,
            MessageThreadId = place.ThreadId,
            Text = card.Html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            DisableNotification = card.Silent ? true : null,
            ReplyMarkup = card.Markup,
            ReplyParameters = replyTo is { } messageId ? ReplyTo(messageId) : null,
        };
        try
        {
            return (await telegram.SendMessageAsync(request, cancellationToken)).MessageId;
        }
        catch (TelegramApiException exception) when (IsParseError(exception))
        {
            Log.ParseError(logger, exception.Reason);
            var plain = request with { Text = HtmlText.ToPlain(card.Html), ParseMode = null };
            return (await telegram.SendMessageAsync(plain, cancellationToken)).MessageId;
        }
    }

    /// <summary>Edits a card that is a text or a caption. "Not modified" is success.</summary>
    /// <param name="row">Where the card is.</param>
    /// <param name="messageId">The message: the card itself or a copy of it; of no account for an inline message.</param>
    /// <param name="card">What it should show.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer; repeating is safe.</exception>
    public async Task EditAsync(CardRow row, long messageId, ComposedCard card, CancellationToken cancellationToken)
    {
        try
        {
            await EditAsync(row, messageId, card, ParseMode.Html, cancellationToken);
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.NoOp)
        {
            Log.NotModified(logger, messageId);
        }
        catch (TelegramApiException exception) when (IsParseError(exception))
        {
            Log.ParseError(logger, exception.Reason);
            await EditAsync(row, messageId, card with { Html = HtmlText.ToPlain(card.Html) }, null, cancellationToken);
        }
    }

    /// <summary>A reply that is sent all the same when the other message is gone.</summary>
    /// <param name="messageId">The message to reply to.</param>
    internal static ReplyParameters ReplyTo(long messageId) =>
        new() { MessageId = messageId, AllowSendingWithoutReply = true };

    private static bool IsParseError(TelegramApiException exception) =>
        exception.ErrorClass == TelegramErrorClass.Input
        && exception.Description.Contains("can't parse entities", StringComparison.OrdinalIgnoreCase);

    private async Task EditAsync(
        CardRow row,
        long messageId,
        ComposedCard card,
        string? parseMode,
        CancellationToken cancellationToken
    )
    {
        if (row.IsCaption)
        {
            var caption = new EditMessageCaption
            {
                ChatId = row.ChatId,
                MessageId = messageId,
                Caption = card.Html,
                ParseMode = parseMode,
                ReplyMarkup = card.Markup,
            };
            await telegram.EditMessageCaptionAsync(caption, cancellationToken);
            return;
        }

        var text = new EditMessageText
        {
            ChatId = row.Inline is null ? row.ChatId : null,
            MessageId = row.Inline is null ? messageId : null,
            InlineMessageId = row.Inline?.Id,
            Text = card.Html,
            ParseMode = parseMode,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = card.Markup,
        };
        await telegram.EditMessageTextAsync(text, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Message {MessageId} showed the card already.")]
        public static partial void NotModified(ILogger logger, long messageId);

        [LoggerMessage(
            2,
            LogLevel.Error,
            "Telegram could not read our HTML ({Description}); the card goes as plain text."
        )]
        public static partial void ParseError(ILogger logger, string description);
    }
}
