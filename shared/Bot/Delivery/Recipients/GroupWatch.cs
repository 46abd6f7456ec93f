using PaymentBot.Cards.Groups;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>
/// Keeps what is known of the chats of groups: troubles that come and go, and moves. Whoever looks after the bot is told of each change once; when a
/// trouble is over, the cards that did not arrive are sent.
/// </summary>
/// <param name="directory">Which keys a chat has.</param>
/// <param name="chats">What is known of the chats.</param>
/// <param name="backlog">The cards that did not arrive.</param>
/// <param name="observer">Is told.</param>
/// <param name="logger">The log.</param>
public sealed partial class GroupWatch(
    GroupDirectory directory,
    GroupChats chats,
    GroupBacklog backlog,
    IGroupObserver observer,
    ILogger<GroupWatch> logger
)
{
    /// <summary>Notes that a place cannot be written to. A chat that nothing is bound to is of no interest.</summary>
    /// <param name="chatId">The chat, under the id it has now.</param>
    /// <param name="threadId">The topic, or null; of no account when the trouble is the whole chat's.</param>
    /// <param name="trouble">Why.</param>
    /// <param name="cancellationToken">Ends the work; noting again is safe.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public async Task NoteAsync(long chatId, long? threadId, GroupTrouble trouble, CancellationToken cancellationToken)
    {
        var inTopic = trouble is GroupTrouble.TopicClosed or GroupTrouble.TopicGone;
        var keys = await KeysAsync(chatId, inTopic ? Topic(threadId) : null, cancellationToken);
        if (keys.Count > 0 && await chats.ChangeAsync(chatId, chat => chat.With(threadId, trouble), cancellationToken))
        {
            Log.Trouble(logger, chatId, threadId, trouble);
            await observer.TroubleAsync(keys, trouble, cancellationToken);
        }
    }

    /// <summary>Notes that the whole chat can be written to again, as far as its own troubles go.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Ends the work; noting again is safe.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public Task BackAsync(long chatId, CancellationToken cancellationToken) =>
        EndAsync(chatId, null, chat => chat.Back(), cancellationToken);

    /// <summary>Notes that a topic can be written to again.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="threadId">The topic, or null.</param>
    /// <param name="cancellationToken">Ends the work; noting again is safe.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public Task ReopenedAsync(long chatId, long? threadId, CancellationToken cancellationToken) =>
        EndAsync(chatId, Topic(threadId), chat => chat.Reopened(threadId), cancellationToken);

    /// <summary>Notes that a message arrived in a place, so that all its troubles are over.</summary>
    /// <param name="place">The place, its chat under the id it has now.</param>
    /// <param name="cancellationToken">Ends the work; noting again is safe.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public Task ArrivedAsync(GroupPlace place, CancellationToken cancellationToken) =>
        EndAsync(place.ChatId, null, chat => chat.Back().Reopened(place.ThreadId), cancellationToken);

    /// <summary>Notes that a group became a supergroup.</summary>
    /// <param name="from">The old id.</param>
    /// <param name="to">The new id.</param>
    /// <param name="cancellationToken">Ends the work; noting again is safe.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public async Task MovedAsync(long from, long to, CancellationToken cancellationToken)
    {
        if (!await directory.MoveAsync(from, to, cancellationToken))
        {
            return;
        }

        Log.Moved(logger, from, to);
        var keys = await KeysAsync(to, null, cancellationToken);

        // In between, the old group may have looked as if the bot had been thrown out.
        await ResumeAsync(keys, cancellationToken);
        if (keys.Count > 0)
        {
            await observer.MovedAsync(keys, to, cancellationToken);
        }
    }

    private static long Topic(long? threadId) => threadId ?? GroupChat.General;

    private async Task EndAsync(
        long chatId,
        long? topic,
        Func<GroupChat, GroupChat> change,
        CancellationToken cancellationToken
    )
    {
        var changed = await chats.ChangeAsync(chatId, change, cancellationToken);
        var keys = await KeysAsync(chatId, topic, cancellationToken);

        // Also when nothing changed: an earlier run may have stopped behind the change.
        await ResumeAsync(keys, cancellationToken);
        if (changed && keys.Count > 0)
        {
            Log.Over(logger, chatId);
            await observer.TroubleOverAsync(keys, cancellationToken);
        }
    }

    private async Task ResumeAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            await backlog.ResumeAsync(key, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> KeysAsync(
        long chatId,
        long? topic,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await directory.ListAsync(chatId, cancellationToken))
                .Where(group => topic is null || Topic(group.Target.Place.ThreadId) == topic)
                .Select(group => group.Key),
        ];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Group chat {ChatId}, topic {ThreadId}: {Trouble}.")]
        public static partial void Trouble(ILogger logger, long chatId, long? threadId, GroupTrouble trouble);

        [LoggerMessage(2, LogLevel.Information, "Group chat {ChatId}: a trouble is over.")]
        public static partial void Over(ILogger logger, long chatId);

        [LoggerMessage(3, LogLevel.Information, "Group chat {From} became supergroup {To}.")]
        public static partial void Moved(ILogger logger, long from, long to);
    }
}
