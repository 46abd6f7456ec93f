namespace PaymentBot.Bot.Telegram.Types;

/// <summary>An inline result that sends a text.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inlinequeryresultarticle.</remarks>
public sealed record InlineQueryResultArticle
{
    /// <summary>The longest <see cref="Id"/>, in bytes.</summary>
    public const int MaxIdBytes = 64;

    /// <summary>Always <c>article</c>.</summary>
    public string Type { get; } = "article";

    /// <summary>1 to 64 bytes, unique in the answer; comes back in <see cref="ChosenInlineResult.ResultId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The first line in the list.</summary>
    public required string Title { get; init; }

    /// <summary>What stands below.</summary>
    public string? Description { get; init; }

    /// <summary>What is sent.</summary>
    public required InputTextMessageContent InputMessageContent { get; init; }

    /// <summary>The buttons under the message; without any, the bot never learns the message's id.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
