using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sends one photo.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sendphoto.</remarks>
public sealed record SendPhoto
{
    /// <summary>The largest photo, in bytes.</summary>
    public const long MaxSize = 10L * 1024 * 1024;

    /// <summary>The most that width and height may come to together, in pixels.</summary>
    public const int MaxDimensions = 10_000;

    /// <summary>The most that the longer side may be of the shorter one.</summary>
    public const int MaxRatio = 20;

    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>The photo, up to 10 MB when uploaded; width and height together at most 10,000, their ratio at most 20.</summary>
    public required InputFile Photo { get; init; }

    /// <summary>The forum topic; leave null for the General topic.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>Up to 1024 code points after parsing.</summary>
    public string? Caption { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>No sound.</summary>
    public bool? DisableNotification { get; init; }

    /// <summary>No forwarding and saving.</summary>
    public bool? ProtectContent { get; init; }

    /// <summary>The message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; init; }

    /// <summary>Buttons or a reply box.</summary>
    public ReplyMarkup? ReplyMarkup { get; init; }
}
