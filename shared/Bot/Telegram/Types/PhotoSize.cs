namespace PaymentBot.Bot.Telegram.Types;

/// <summary>One size of a photo.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#photosize.</remarks>
public sealed record PhotoSize
{
    /// <summary>Sends the same photo again without an upload, as a photo only; valid for this bot only, for good.</summary>
    public required string FileId { get; init; }

    /// <summary>The same for every bot; for comparison only.</summary>
    public required string FileUniqueId { get; init; }

    /// <summary>Width in pixels.</summary>
    public required long Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required long Height { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? FileSize { get; init; }
}
