using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Whether and how the first link of a text is shown. Telegram's servers fetch it, so never for confidential addresses.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#linkpreviewoptions.</remarks>
public sealed record LinkPreviewOptions
{
    /// <summary>No preview.</summary>
    public bool? IsDisabled { get; init; }

    /// <summary>The link to show; need not occur in the text.</summary>
    public string? Url { get; init; }

    /// <summary>A small picture.</summary>
    public bool? PreferSmallMedia { get; init; }

    /// <summary>A large picture; works with an explicit <see cref="Url"/> only.</summary>
    public bool? PreferLargeMedia { get; init; }

    /// <summary>The preview goes above the text.</summary>
    public bool? ShowAboveText { get; init; }

    /// <summary>No preview at all: the right choice for messages about money.</summary>
    [JsonIgnore]
    public static LinkPreviewOptions Disabled { get; } = new() { IsDisabled = true };
}
