namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A forum topic was opened again. Holds nothing; the message that carries it says which topic.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#forumtopicreopened.</remarks>
public readonly record struct ForumTopicReopened;
