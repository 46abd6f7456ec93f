namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Asks for somebody's standing in a chat.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#getchatmember.</remarks>
public sealed record GetChatMember
{
    /// <summary>The chat, up to 52 bits.</summary>
    public required long ChatId { get; init; }

    /// <summary>Whose standing, up to 52 bits.</summary>
    public required long UserId { get; init; }
}
