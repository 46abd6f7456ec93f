namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Standings known when this was written.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#chatmember.</remarks>
public static class ChatMemberStatus
{
    /// <summary>Owns the chat.</summary>
    public const string Creator = "creator";

    /// <summary>Administers it.</summary>
    public const string Administrator = "administrator";

    /// <summary>Belongs to it; in a private chat: has not blocked the bot.</summary>
    public const string Member = "member";

    /// <summary>May do less than a member.</summary>
    public const string Restricted = "restricted";

    /// <summary>Not there, may come back.</summary>
    public const string Left = "left";

    /// <summary>Banned; in a private chat: has blocked the bot.</summary>
    public const string Kicked = "kicked";
}
