using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

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
        SendMessageRequest Request(string html, ParseMode parseMode) =>
            new()
            {
                ChatId = place.ChatId,
                MessageThreadId = (int?)place.ThreadId,
                Text = html,
                ParseMode = parseMode,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                DisableNotification = card.Silent,
                ReplyMarkup = TelegramKeyboard.Of(card.Keyboard),
                ReplyParameters = replyTo is { } messageId ? ReplyTo(messageId) : null,
            };

        try
        {
            return (await telegram.SendRequest(Request(card.Html, ParseMode.Html), cancellationToken)).MessageId;
        }
        catch (TelegramApiException exception) when (IsParseError(exception))
        {
            Log.ParseError(logger, exception.Reason);
            var plain = Request(HtmlText.ToPlain(card.Html), ParseMode.None);
            return (await telegram.SendRequest(plain, cancellationToken)).MessageId;
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
            await EditAsync(
                row,
                messageId,
                card with
                {
                    Html = HtmlText.ToPlain(card.Html),
                },
                ParseMode.None,
                cancellationToken
            );
        }
    }

    /// <summary>A reply that is sent all the same when the other message is gone.</summary>
    /// <param name="messageId">The message to reply to.</param>
    internal static ReplyParameters ReplyTo(long messageId) =>
        new() { MessageId = (int)messageId, AllowSendingWithoutReply = true };

    private static bool IsParseError(TelegramApiException exception) =>
        exception.ErrorClass == TelegramErrorClass.Input
        && exception.Description.Contains("can't parse entities", StringComparison.OrdinalIgnoreCase);

    private async Task EditAsync(
        CardRow row,
        long messageId,
        ComposedCard card,
        ParseMode parseMode,
        CancellationToken cancellationToken
    )
    {
        var markup = TelegramKeyboard.Of(card.Keyboard);
        if (row.Inline is { } inline)
        {
            var text = new EditInlineMessageTextRequest
            {
                InlineMessageId = inline.Id,
                Text = card.Html,
                ParseMode = parseMode,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                ReplyMarkup = markup,
            };
            await telegram.SendRequest(text, cancellationToken);
        }
        else if (row.IsCaption)
        {
            var caption = new EditMessageCaptionRequest
            {
                ChatId = row.ChatId!.Value,
                MessageId = (int)messageId,
                Caption = card.Html,
                ParseMode = parseMode,
                ReplyMarkup = markup,
            };
            await telegram.SendRequest(caption, cancellationToken);
        }
        else
        {
            var text = new EditMessageTextRequest
            {
                ChatId = row.ChatId!.Value,
                MessageId = (int)messageId,
                Text = card.Html,
                ParseMode = parseMode,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                ReplyMarkup = markup,
            };
            await telegram.SendRequest(text, cancellationToken);
        }
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
