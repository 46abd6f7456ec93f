namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A forum topic was closed. Holds nothing; the message that carries it says which topic.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#forumtopicclosed.</remarks>
public readonly record struct ForumTopicClosed;
