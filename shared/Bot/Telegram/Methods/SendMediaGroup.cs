using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sends an album of documents or of photos, not of both. It cannot have buttons; answer it with a message that has them.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sendmediagroup.</remarks>
public sealed record SendMediaGroup
{
    /// <summary>Fewest items.</summary>
    public const int MinItems = 2;

    /// <summary>Most items.</summary>
    public const int MaxItems = 10;

    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>2 to 10 documents or as many photos, uploaded and re-used ones mixed as you like.</summary>
    public required IReadOnlyList<InputMedia> Media { get; init; }

    /// <summary>The forum topic; leave null for the General topic.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>No sound.</summary>
    public bool? DisableNotification { get; init; }

    /// <summary>No forwarding and saving.</summary>
    public bool? ProtectContent { get; init; }

    /// <summary>The message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; init; }
}
