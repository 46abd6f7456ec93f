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

    public bool ByBot => From is null;
}
