namespace PaymentBot.Sandbox.Telegram;

/// <summary>A group the bot is a member of.</summary>
/// <param name="Id">Chat id; -100… for a supergroup.</param>
/// <param name="Members">Telegram user ids of the people in it.</param>
internal sealed record TelegramGroup(long Id, string Title, IReadOnlyList<long> Members)
{
    /// <summary>Who owns it, or null.</summary>
    public long? Creator { get; init; }

    /// <summary>Who administers it beside the owner.</summary>
    public IReadOnlyList<long> Administrators { get; init; } = [];

    /// <summary>The topics of a forum beside General; empty for a group without topics.</summary>
    public IReadOnlyList<ForumTopic> Topics { get; init; } = [];
}
