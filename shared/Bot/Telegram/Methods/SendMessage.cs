using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sends a text.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sendmessage.</remarks>
public sealed record SendMessage
{
    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>1 to 4096 code points after parsing.</summary>
    public required string Text { get; init; }

    /// <summary>The forum topic; leave null for the General topic.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>How links are shown.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    /// <summary>No sound.</summary>
    public bool? DisableNotification { get; init; }

    /// <summary>No forwarding and saving.</summary>
    public bool? ProtectContent { get; init; }

    /// <summary>The message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; init; }

    /// <summary>Buttons or a reply box.</summary>
    public ReplyMarkup? ReplyMarkup { get; init; }
}
