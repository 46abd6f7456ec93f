namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Where a command menu is shown. The narrowest scope that has a menu wins.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#botcommandscope.</remarks>
public sealed record BotCommandScope
{
    private BotCommandScope(string type) => Type = type;

    /// <summary>Wherever no narrower scope has a menu.</summary>
    public static BotCommandScope Default { get; } = new("default");

    /// <summary>All private chats.</summary>
    public static BotCommandScope AllPrivateChats { get; } = new("all_private_chats");

    /// <summary>All groups and supergroups.</summary>
    public static BotCommandScope AllGroupChats { get; } = new("all_group_chats");

    /// <summary>Administrators of all groups.</summary>
    public static BotCommandScope AllChatAdministrators { get; } = new("all_chat_administrators");

    /// <summary>The discriminator on the wire.</summary>
    public string Type { get; }

    /// <summary>The chat, for scopes of one chat.</summary>
    public long? ChatId { get; private init; }

    /// <summary>The person, for scopes of one person.</summary>
    public long? UserId { get; private init; }

    /// <summary>One chat.</summary>
    /// <param name="chatId">The chat.</param>
    /// <returns>The scope.</returns>
    public static BotCommandScope Chat(long chatId) => new("chat") { ChatId = chatId };

    /// <summary>Administrators of one chat.</summary>
    /// <param name="chatId">The chat.</param>
    /// <returns>The scope.</returns>
    public static BotCommandScope ChatAdministrators(long chatId) => new("chat_administrators") { ChatId = chatId };

    /// <summary>One person in one group.</summary>
    /// <param name="chatId">The group.</param>
    /// <param name="userId">The person.</param>
    /// <returns>The scope.</returns>
    public static BotCommandScope ChatMember(long chatId, long userId) =>
        new("chat_member") { ChatId = chatId, UserId = userId };
}
