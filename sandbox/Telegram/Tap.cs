namespace PaymentBot.Sandbox.Telegram;

/// <summary>One press of a button, from the press to its answer.</summary>
internal sealed record Tap
{
    /// <summary>The <c>callback_query.id</c>.</summary>
    public required string Id { get; init; }

    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    public required long UserId { get; init; }

    public required string CallbackData { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the bot answered; until then the button shows a spinner.</summary>
    public bool Answered { get; init; }

    /// <summary>The text of the answer, or null for a silent one.</summary>
    public string? Text { get; init; }

    /// <summary>The text is a dialogue to be closed, not a passing toast.</summary>
    public bool ShowAlert { get; init; }

    /// <summary>The address the answer opens, or null.</summary>
    public string? Url { get; init; }
}
