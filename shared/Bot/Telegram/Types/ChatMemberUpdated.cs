namespace PaymentBot.Bot.Telegram.Types;

/// <summary>The standing of the bot in a chat changed. In a private chat: blocked (<c>kicked</c>) or unblocked (<c>member</c>).</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#chatmemberupdated.</remarks>
public sealed record ChatMemberUpdated
{
    /// <summary>Where.</summary>
    public required Chat Chat { get; init; }

    /// <summary>Who did it.</summary>
    public required User From { get; init; }

    /// <summary>When, in Unix seconds.</summary>
    public required long Date { get; init; }

    /// <summary>The standing before.</summary>
    public required ChatMember OldChatMember { get; init; }

    /// <summary>The standing since.</summary>
    public required ChatMember NewChatMember { get; init; }
}
