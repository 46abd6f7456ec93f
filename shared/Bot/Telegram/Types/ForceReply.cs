using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Shows the person a reply box. A message sent with it can never be edited.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#forcereply.</remarks>
public sealed record ForceReply : ReplyMarkup
{
    /// <summary>Always true on the wire.</summary>
    [JsonPropertyName("force_reply")]
    public bool Forced { get; } = true;

    /// <summary>Shown in the empty box, 1 to 64 characters.</summary>
    public string? InputFieldPlaceholder { get; init; }

    /// <summary>Only for those who are @mentioned in the text, or whose message this one answers.</summary>
    public bool? Selective { get; init; }
}
