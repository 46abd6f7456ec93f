namespace PaymentBot.Sandbox.Telegram;

/// <summary>A message as it is now.</summary>
internal sealed record ChatMessage
{
    public required long ChatId { get; init; }

    /// <summary>Grows within the chat.</summary>
    public required long MessageId { get; init; }

    /// <summary>The person who wrote it; null when it was the bot.</summary>
    public TelegramUser? From { get; init; }

    public required DateTimeOffset Date { get; init; }

    public DateTimeOffset? EditDate { get; init; }

    /// <summary>The text, or the caption of the document.</summary>
    public FormattedText Text { get; init; } = FormattedText.Empty;

    public StoredFile? Document { get; init; }

    /// <summary>Common to the messages of one album.</summary>
    public string? MediaGroupId { get; init; }

    public ReplyMarkup Markup { get; init; } = ReplyMarkup.None;

    public long? ReplyTo { get; init; }

    /// <summary>The forum topic, or null for the General topic and for chats without topics.</summary>
    public long? ThreadId { get; init; }

    /// <summary>Whether an administrator wrote it in the name of the group.</summary>
    public bool Anonymous { get; init; }

    /// <summary>What happened, as the Bot API's field of a service message is called; null for a message that somebody wrote.</summary>
    public string? Service { get; init; }

    /// <summary>Whether it was sent as the bot's inline result.</summary>
    public bool ViaBot { get; init; }

    /// <summary>The <c>inline_message_id</c> of such a message; null when it had no buttons.</summary>
    public string? InlineMessageId { get; init; }

    public bool ByBot => From is null;
}
