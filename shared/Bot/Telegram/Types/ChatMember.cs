namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Somebody's standing in a chat.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#chatmember.</remarks>
public sealed record ChatMember
{
    /// <summary>One of <see cref="ChatMemberStatus"/>, or one added later.</summary>
    public required string Status { get; init; }

    /// <summary>Whose standing.</summary>
    public required User User { get; init; }

    /// <summary>For somebody restricted: whether they may write. Null for all others.</summary>
    public bool? CanSendMessages { get; init; }
}
