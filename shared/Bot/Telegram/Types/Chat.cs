using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A private chat, group, supergroup or channel.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#chat.</remarks>
public sealed record Chat
{
    /// <summary>Identity, up to 52 bits; negative for groups. In a private chat it equals the person's id.</summary>
    public required long Id { get; init; }

    /// <summary>One of <see cref="ChatType"/>, or a kind added later.</summary>
    public required string Type { get; init; }

    /// <summary>The name of a group or channel.</summary>
    public string? Title { get; init; }

    /// <summary>User name without the @.</summary>
    public string? Username { get; init; }

    /// <summary>First name of the other side of a private chat.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the other side of a private chat.</summary>
    public string? LastName { get; init; }

    /// <summary>True for a supergroup with topics.</summary>
    public bool? IsForum { get; init; }

    /// <summary>True for a chat with one person.</summary>
    [JsonIgnore]
    public bool IsPrivate => string.Equals(Type, ChatType.Private, StringComparison.Ordinal);
}
