namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A file.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#document.</remarks>
public sealed record Document
{
    /// <summary>Sends the same file again without an upload; valid for this bot only, for good.</summary>
    public required string FileId { get; init; }

    /// <summary>The same for every bot; for comparison only.</summary>
    public required string FileUniqueId { get; init; }

    /// <summary>The name given by the sender.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type given by the sender.</summary>
    public string? MimeType { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? FileSize { get; init; }
}
