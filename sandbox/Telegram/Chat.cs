namespace PaymentBot.Sandbox.Telegram;

/// <summary>One chat. Read and changed only under the gate of <see cref="TelegramWorld"/>.</summary>
internal sealed class Chat
{
    private long _lastMessageId;

    public required long Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The person of a private chat; null for a group.</summary>
    public TelegramUser? User { get; init; }

    /// <summary>The people of a group.</summary>
    public IReadOnlyList<long> Members { get; init; } = [];

    public BotMembership Bot { get; set; }

    /// <summary>The supergroup this group became.</summary>
    public long? MigratedTo { get; set; }

    public SortedList<long, ChatMessage> Messages { get; } = [];

    /// <summary>The Bot API's <c>chat.type</c>.</summary>
    public string Type =>
        (User, Id) switch
        {
            (not null, _) => "private",
            (null, <= -1_000_000_000_000) => "supergroup",
            _ => "group",
        };

    public long NextMessageId() => ++_lastMessageId;

    /// <summary>Refuses a call that may not touch this chat.</summary>
    public void DemandAccess()
    {
        if (MigratedTo is { } target)
        {
            throw new BotApiException(400, "Bad Request: group chat was upgraded to a supergroup chat")
            {
                MigrateToChatId = target,
            };
        }

        var reason = Bot switch
        {
            BotMembership.Member => null,
            BotMembership.NotStarted => "bot can't initiate conversation with a user",
            BotMembership.Blocked => "bot was blocked by the user",
            BotMembership.Deactivated => "user is deactivated",
            _ => $"bot was kicked from the {Type} chat",
        };
        if (reason is not null)
        {
            throw BotApiException.Forbidden(reason);
        }
    }
}
