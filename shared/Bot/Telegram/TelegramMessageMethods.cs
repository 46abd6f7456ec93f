using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>Messages: sending, editing, deleting, and answering taps. What every call throws is said at <see cref="TelegramClient"/>.</summary>
public static class TelegramMessageMethods
{
    /// <summary>Sends a text. There is no idempotency key: repeat after OutcomeUnknown only if a double is acceptable.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">What and where.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message.</returns>
    public static Task<Message> SendMessageAsync(
        this TelegramClient client,
        SendMessage request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Markup(request.ReplyMarkup);
        return client.SendAsync(ApiMethods.SendMessage, request, cancellationToken);
    }

    /// <summary>Replaces a text. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Which message, and all of its new content.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message; null for an inline message.</returns>
    public static Task<Message?> EditMessageTextAsync(
        this TelegramClient client,
        EditMessageText request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Target(request.ChatId, request.MessageId, request.InlineMessageId);
        RequestCheck.Markup(request.ReplyMarkup);
        return EditAsync(client, ApiMethods.EditMessageText, request, request.InlineMessageId, cancellationToken);
    }

    /// <summary>Replaces a caption. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Which message, and its new caption and keyboard.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message; null for an inline message.</returns>
    public static Task<Message?> EditMessageCaptionAsync(
        this TelegramClient client,
        EditMessageCaption request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Target(request.ChatId, request.MessageId, request.InlineMessageId);
        RequestCheck.Markup(request.ReplyMarkup);
        return EditAsync(client, ApiMethods.EditMessageCaption, request, request.InlineMessageId, cancellationToken);
    }

    /// <summary>Replaces a keyboard. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Which message, and its new keyboard.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message; null for an inline message.</returns>
    public static Task<Message?> EditMessageReplyMarkupAsync(
        this TelegramClient client,
        EditMessageReplyMarkup request,
        CancellationToken cancellationToken
    )
    {
        RequestCheck.Target(request.ChatId, request.MessageId, request.InlineMessageId);
        RequestCheck.Markup(request.ReplyMarkup);
        return EditAsync(
            client,
            ApiMethods.EditMessageReplyMarkup,
            request,
            request.InlineMessageId,
            cancellationToken
        );
    }

    /// <summary>Deletes a message. Safe to repeat: an already deleted one fails with NoOp.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Which message.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when it is deleted.</returns>
    public static Task DeleteMessageAsync(
        this TelegramClient client,
        DeleteMessage request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.DeleteMessage, request, cancellationToken);

    /// <summary>Shows for up to five seconds what the bot is doing.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Where and what.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when Telegram has taken it.</returns>
    public static Task SendChatActionAsync(
        this TelegramClient client,
        SendChatAction request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.SendChatAction, request, cancellationToken);

    /// <summary>Answers a tap. Fails with Expired about 15 seconds after it.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Which tap, and what to show.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when Telegram has taken the answer.</returns>
    public static Task AnswerCallbackQueryAsync(
        this TelegramClient client,
        AnswerCallbackQuery request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.AnswerCallbackQuery, request, cancellationToken);

    private static async Task<Message?> EditAsync<TRequest>(
        TelegramClient client,
        ApiMethod<TRequest, Message> method,
        TRequest request,
        string? inlineMessageId,
        CancellationToken cancellationToken
    )
    {
        if (inlineMessageId is null)
        {
            return await client.SendAsync(method, request, cancellationToken);
        }

        await client.SendAsync(ApiMethods.OfInlineMessage(method), request, cancellationToken);
        return null;
    }
}
