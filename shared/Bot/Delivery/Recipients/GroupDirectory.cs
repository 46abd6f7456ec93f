using PaymentBot.Cards.Groups;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>
/// Which place a group key means. A key that stands in the settings is the operator's and no binding changes it; any other key is
/// where it was bound in Telegram.
/// </summary>
/// <param name="configured">The places by key, from the settings; compared without case.</param>
/// <param name="bindings">The keys that were bound in Telegram.</param>
/// <param name="chats">What is known of the chats.</param>
public sealed class GroupDirectory(
    IReadOnlyDictionary<string, GroupPlace> configured,
    GroupBindings bindings,
    GroupChats chats
)
{
    /// <summary>More upgrades than Telegram can make of one group, so that rows that lead in a circle end.</summary>
    private const int MaxMoves = 4;

    /// <summary>Whether a key stands in the settings.</summary>
    /// <param name="key">The key.</param>
    public bool IsConfigured(string key) => configured.ContainsKey(key);

    /// <summary>Where the cards of a key go now.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The place, or null when the key is bound nowhere.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<GroupTarget?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (configured.TryGetValue(key, out var place))
        {
            return await FollowAsync(place, true, cancellationToken);
        }

        return await bindings.FindAsync(key, cancellationToken) is { } stored
            ? await FollowAsync(stored.Binding.Place, false, cancellationToken)
            : null;
    }

    /// <summary>All keys whose cards go to a chat now, in any of its topics.</summary>
    /// <param name="chatId">The chat, under the id it has now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<IReadOnlyList<(string Key, GroupTarget Target)>> ListAsync(
        long chatId,
        CancellationToken cancellationToken
    )
    {
        var known = await chats.ListAsync(cancellationToken);
        var bound = (await bindings.ListAsync(cancellationToken))
            .Select(stored => stored.Binding)
            .Where(binding => !configured.ContainsKey(binding.Key))
            .Select(binding => (binding.Key, Target: Follow(binding.Place, false, known)));
        return
        [
            .. configured
                .Select(pair => (pair.Key, Target: Follow(pair.Value, true, known)))
                .Concat(bound)
                .Where(group => group.Target.Place.ChatId == chatId)
                .OrderBy(group => group.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Remembers that a group has become a supergroup. Messages already sent stay under the old id.</summary>
    /// <param name="from">The old id.</param>
    /// <param name="to">The new id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was news.</returns>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public ValueTask<bool> MoveAsync(long from, long to, CancellationToken cancellationToken) =>
        from == to
            ? ValueTask.FromResult(false)
            : chats.ChangeAsync(
                from,
                chat => chat with { MovedTo = to, Trouble = GroupTrouble.None },
                cancellationToken
            );

    private static GroupTarget Follow(GroupPlace place, bool bySettings, IReadOnlyDictionary<long, GroupChat> known)
    {
        List<long> former = [];
        var chat = known.GetValueOrDefault(place.ChatId) ?? new GroupChat(place.ChatId);
        while (chat.MovedTo is { } next && former.Count < MaxMoves)
        {
            former.Add(chat.ChatId);
            chat = known.GetValueOrDefault(next) ?? new GroupChat(next);
        }

        return TargetOf(place, former, chat, bySettings);
    }

    private static GroupTarget TargetOf(GroupPlace place, List<long> former, GroupChat chat, bool bySettings) =>
        new(place with { ChatId = chat.ChatId }, former, chat.TroubleAt(place.ThreadId), bySettings);

    private async ValueTask<GroupTarget> FollowAsync(
        GroupPlace place,
        bool bySettings,
        CancellationToken cancellationToken
    )
    {
        List<long> former = [];
        var chat = await chats.GetAsync(place.ChatId, cancellationToken);
        while (chat.MovedTo is { } next && former.Count < MaxMoves)
        {
            former.Add(chat.ChatId);
            chat = await chats.GetAsync(next, cancellationToken);
        }

        return TargetOf(place, former, chat, bySettings);
    }
}
