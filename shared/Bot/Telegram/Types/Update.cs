namespace PaymentBot.Bot.Telegram.Types;

/// <summary>One thing that happened. A kind the bot does not know leaves every member but <see cref="UpdateId"/> null.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#update.</remarks>
public sealed record Update
{
    /// <summary>Identity of the update; usually grows by one, jumps after a week of silence, so equality is all one may test.</summary>
    public required long UpdateId { get; init; }

    /// <summary>A new message.</summary>
    public Message? Message { get; init; }

    /// <summary>A message that was edited by its author.</summary>
    public Message? EditedMessage { get; init; }

    /// <summary>A tap on an inline button.</summary>
    public CallbackQuery? CallbackQuery { get; init; }

    /// <summary>The bot was blocked, unblocked, added, promoted or removed.</summary>
    public ChatMemberUpdated? MyChatMember { get; init; }

    /// <summary>Someone types <c>@bot text</c> in some chat.</summary>
    public InlineQuery? InlineQuery { get; init; }

    /// <summary>Someone sent one of the bot's inline results.</summary>
    public ChosenInlineResult? ChosenInlineResult { get; init; }
}
