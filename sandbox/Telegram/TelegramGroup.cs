namespace PaymentBot.Sandbox.Telegram;

/// <summary>A group the bot is a member of.</summary>
/// <param name="Id">Chat id; -100… for a supergroup.</param>
/// <param name="Members">Telegram user ids of the people in it.</param>
internal sealed record TelegramGroup(long Id, string Title, IReadOnlyList<long> Members);
