namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A tap on an inline button. The data can be forged by a modified client: authorise by <see cref="From"/> and our own state.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#callbackquery.</remarks>
public sealed record CallbackQuery
{
    /// <summary>Identity for <c>answerCallbackQuery</c>; dies about 15 seconds after the tap.</summary>
    public required string Id { get; init; }

    /// <summary>Who tapped; always the real person, also for an anonymous administrator.</summary>
    public required User From { get; init; }

    /// <summary>The message with the button; perhaps inaccessible, null when it was sent inline.</summary>
    public Message? Message { get; init; }

    /// <summary>The inline message with the button; null when <see cref="Message"/> is set.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>Stands for the chat in a way the bot cannot resolve.</summary>
    public string? ChatInstance { get; init; }

    /// <summary>The button's <c>callback_data</c>, up to 64 bytes.</summary>
    public string? Data { get; init; }
}
