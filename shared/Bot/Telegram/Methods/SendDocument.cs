using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sends one file.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#senddocument.</remarks>
public sealed record SendDocument
{
    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>The file, up to 50 MB when uploaded.</summary>
    public required InputFile Document { get; init; }

    /// <summary>The forum topic; leave null for the General topic.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>Up to 1024 code points after parsing.</summary>
    public string? Caption { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>Default true: otherwise a GIF or MP4 would come back as another kind of media with another kind of file_id.</summary>
    public bool DisableContentTypeDetection { get; init; } = true;

    /// <summary>No sound.</summary>
    public bool? DisableNotification { get; init; }

    /// <summary>No forwarding and saving.</summary>
    public bool? ProtectContent { get; init; }

    /// <summary>The message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; init; }

    /// <summary>Buttons or a reply box.</summary>
    public ReplyMarkup? ReplyMarkup { get; init; }
}
