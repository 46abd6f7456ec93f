using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Methods;

namespace PaymentBot.Bot.Conversation;

/// <summary>The one call that answers an update at once: exactly one of the nested records.</summary>
public abstract record UpdateReply
{
    private UpdateReply() { }

    /// <summary>The call as it stands in the answer to a webhook call.</summary>
    public abstract byte[] ToWebhookReply();

    /// <summary>Makes the call, for updates that came by polling.</summary>
    /// <param name="telegram">The Bot API.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    public abstract Task SendAsync(TelegramClient telegram, CancellationToken cancellationToken);

    /// <summary>Answers a tap.</summary>
    /// <param name="Call">The call.</param>
    public sealed record Toast(AnswerCallbackQuery Call) : UpdateReply
    {
        /// <inheritdoc />
        public override byte[] ToWebhookReply() => TelegramJson.WebhookReply(Call);

        /// <inheritdoc />
        public override Task SendAsync(TelegramClient telegram, CancellationToken cancellationToken) =>
            telegram.AnswerCallbackQueryAsync(Call, cancellationToken);
    }

    /// <summary>Answers an inline query.</summary>
    /// <param name="Call">The call.</param>
    public sealed record Results(AnswerInlineQuery Call) : UpdateReply
    {
        /// <inheritdoc />
        public override byte[] ToWebhookReply() => TelegramJson.WebhookReply(Call);

        /// <inheritdoc />
        public override Task SendAsync(TelegramClient telegram, CancellationToken cancellationToken) =>
            telegram.AnswerInlineQueryAsync(Call, cancellationToken);
    }

    /// <summary>Answers a message.</summary>
    /// <param name="Call">The call.</param>
    public sealed record Words(SendMessage Call) : UpdateReply
    {
        /// <inheritdoc />
        public override byte[] ToWebhookReply() => TelegramJson.WebhookReply(Call);

        /// <inheritdoc />
        public override Task SendAsync(TelegramClient telegram, CancellationToken cancellationToken) =>
            telegram.SendMessageAsync(Call, cancellationToken);
    }
}
