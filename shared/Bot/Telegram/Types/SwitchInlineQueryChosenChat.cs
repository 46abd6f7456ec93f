namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Lets the person choose a chat and types the bot's name and a query there. At least one kind of chat must be allowed.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#switchinlinequerychosenchat.</remarks>
public sealed record SwitchInlineQueryChosenChat
{
    /// <summary>The query; empty inserts the bot's name only.</summary>
    public string? Query { get; init; }

    /// <summary>Chats with people may be chosen.</summary>
    public bool? AllowUserChats { get; init; }

    /// <summary>Chats with bots may be chosen.</summary>
    public bool? AllowBotChats { get; init; }

    /// <summary>Groups may be chosen.</summary>
    public bool? AllowGroupChats { get; init; }

    /// <summary>Channels may be chosen.</summary>
    public bool? AllowChannelChats { get; init; }
}
