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

    /// <summary>Who owns a group, or null.</summary>
    public long? Creator { get; init; }

    /// <summary>Who administers a group beside the owner.</summary>
    public IReadOnlyList<long> Administrators { get; init; } = [];

    /// <summary>The topics, General included, by their numbers; empty for a chat without topics.</summary>
    public SortedList<long, ForumTopic> Topics { get; } = [];

    public bool IsForum => Topics.Count > 0;

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

    /// <summary>The Bot API's <c>chatMember.status</c> of a person.</summary>
    public string StatusOf(long userId)
    {
        if (userId == Creator)
        {
            return "creator";
        }

        if (Administrators.Contains(userId))
        {
            return "administrator";
        }

        return Members.Contains(userId) || User?.Id == userId ? "member" : "left";
    }

    public bool IsAdministrator(long userId) => StatusOf(userId) is "creator" or "administrator";

    /// <summary>Refuses a message of the bot into a topic as the server does: General is written to without a number.</summary>
    public void DemandTopic(long? threadId)
    {
        if (threadId is ForumTopic.General || (threadId is { } topic && !Topics.ContainsKey(topic)))
        {
            throw BotApiException.BadRequest("message thread not found");
        }

        if (Topics.GetValueOrDefault(threadId ?? ForumTopic.General) is { Closed: true })
        {
            throw BotApiException.BadRequest("TOPIC_CLOSED");
        }
    }

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

        if (Bot == BotMembership.Silenced)
        {
            throw BotApiException.BadRequest("not enough rights to send text messages to the chat");
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
