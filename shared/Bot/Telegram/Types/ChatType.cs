namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Kinds of chat known when this was written.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#chat.</remarks>
public static class ChatType
{
    /// <summary>With one person.</summary>
    public const string Private = "private";

    /// <summary>A basic group.</summary>
    public const string Group = "group";

    /// <summary>A supergroup, perhaps with topics.</summary>
    public const string Supergroup = "supergroup";

    /// <summary>A channel.</summary>
    public const string Channel = "channel";
}
