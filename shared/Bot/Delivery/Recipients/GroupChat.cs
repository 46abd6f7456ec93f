using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>What is known of a chat that groups are bound to.</summary>
/// <param name="ChatId">The chat.</param>
public sealed record GroupChat(long ChatId)
{
    /// <summary>The number that stands for the General topic, and for a chat without topics.</summary>
    public const long General = 0;

    /// <summary>The supergroup this group became, or null.</summary>
    public long? MovedTo { get; init; }

    /// <summary>What keeps cards from the whole chat: None, Gone or NoRights.</summary>
    public GroupTrouble Trouble { get; init; }

    /// <summary>The topics that are closed, by <c>message_thread_id</c> or <see cref="General"/>.</summary>
    public IReadOnlyList<long> ClosedTopics { get; init; } = [];

    /// <summary>The topics that were deleted, likewise.</summary>
    public IReadOnlyList<long> GoneTopics { get; init; } = [];

    /// <summary>What keeps cards from a place of this chat.</summary>
    /// <param name="threadId">The topic, or null.</param>
    public GroupTrouble TroubleAt(long? threadId)
    {
        if (Trouble != GroupTrouble.None)
        {
            return Trouble;
        }

        var topic = threadId ?? General;
        if (GoneTopics.Contains(topic))
        {
            return GroupTrouble.TopicGone;
        }

        return ClosedTopics.Contains(topic) ? GroupTrouble.TopicClosed : GroupTrouble.None;
    }

    /// <summary>The same chat with a trouble more.</summary>
    /// <param name="threadId">The topic, or null; of no account when the trouble is the whole chat's.</param>
    /// <param name="trouble">The trouble.</param>
    public GroupChat With(long? threadId, GroupTrouble trouble) =>
        trouble switch
        {
            GroupTrouble.TopicClosed => this with { ClosedTopics = Add(ClosedTopics, threadId ?? General) },
            GroupTrouble.TopicGone => this with { GoneTopics = Add(GoneTopics, threadId ?? General) },
            _ => this with { Trouble = trouble },
        };

    /// <summary>The same chat when the whole chat can be written to again.</summary>
    public GroupChat Back() => this with { Trouble = GroupTrouble.None };

    /// <summary>The same chat when a topic can be written to again.</summary>
    /// <param name="threadId">The topic, or null.</param>
    public GroupChat Reopened(long? threadId)
    {
        var topic = threadId ?? General;
        return this with { ClosedTopics = Remove(ClosedTopics, topic), GoneTopics = Remove(GoneTopics, topic) };
    }

    private static IReadOnlyList<long> Add(IReadOnlyList<long> topics, long topic) =>
        topics.Contains(topic) ? topics : [.. topics, topic];

    private static IReadOnlyList<long> Remove(IReadOnlyList<long> topics, long topic) =>
        topics.Contains(topic) ? [.. topics.Where(other => other != topic)] : topics;
}
