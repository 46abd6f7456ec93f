using System.Globalization;
using PaymentBot.Cards.Groups;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>What is known of the chats of groups: where they moved, and what keeps cards from them. A chat without a row has no troubles.</summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class GroupChats(ITableStore tables)
{
    /// <summary>Named when where a chat had moved was all there was to know.</summary>
    private const string Partition = "moved";
    private const char Separator = ' ';

    /// <summary>Reads a chat.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<GroupChat> GetAsync(long chatId, CancellationToken cancellationToken) =>
        FromEntity(chatId, await ReadAsync(chatId, cancellationToken));

    /// <summary>Reads all chats that have a row.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<IReadOnlyDictionary<long, GroupChat>> ListAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, GroupChat> chats = [];
        var query = TableQuery.Partition(Partition);
        await foreach (var entity in tables.ReadAllAsync(TableName.Groups, query, cancellationToken))
        {
            var chatId = long.Parse(entity.RowKey, CultureInfo.InvariantCulture);
            chats[chatId] = FromEntity(chatId, entity);
        }

        return chats;
    }

    /// <summary>Changes what is known of a chat, whoever else does so meanwhile.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="change">Makes the new from the old; the same again when there is nothing to change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether this call changed anything.</returns>
    /// <exception cref="StorageException">The store failed; changing again is safe.</exception>
    public async ValueTask<bool> ChangeAsync(
        long chatId,
        Func<GroupChat, GroupChat> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var entity = await ReadAsync(chatId, cancellationToken);
            var before = FromEntity(chatId, entity);
            var after = change(before);
            if (IsSame(before, after))
            {
                return false;
            }

            var next = ToEntity(after).KeepOthersOf(entity);
            var written = entity is null
                ? await tables.InsertAsync(TableName.Groups, next, cancellationToken)
                : await tables.ReplaceAsync(TableName.Groups, next, entity.ETag!, cancellationToken);
            if (written is not null)
            {
                return true;
            }
        }
    }

    private static bool IsSame(GroupChat before, GroupChat after) =>
        before.MovedTo == after.MovedTo
        && before.Trouble == after.Trouble
        && before.ClosedTopics.SequenceEqual(after.ClosedTopics)
        && before.GoneTopics.SequenceEqual(after.GoneTopics);

    private static string RowOf(long chatId) => chatId.ToString(CultureInfo.InvariantCulture);

    private static GroupChat FromEntity(long chatId, TableEntity? entity) =>
        new(chatId)
        {
            MovedTo = entity?.GetInt64("To"),
            Trouble = Enum.TryParse<GroupTrouble>(entity?.GetString("Trouble"), out var trouble)
                ? trouble
                : GroupTrouble.None,
            ClosedTopics = Split(entity?.GetString("ClosedTopics")),
            GoneTopics = Split(entity?.GetString("GoneTopics")),
        };

    private static TableEntity ToEntity(GroupChat chat) =>
        new(Partition, RowOf(chat.ChatId))
        {
            ["To"] = chat.MovedTo,
            ["Trouble"] = chat.Trouble == GroupTrouble.None ? null : chat.Trouble.ToString(),
            ["ClosedTopics"] = Join(chat.ClosedTopics),
            ["GoneTopics"] = Join(chat.GoneTopics),
        };

    private static long[] Split(string? text) =>
        [.. (text?.Split(Separator) ?? []).Select(topic => long.Parse(topic, CultureInfo.InvariantCulture))];

    private static string? Join(IReadOnlyList<long> topics) =>
        topics.Count == 0
            ? null
            : string.Join(Separator, topics.Select(topic => topic.ToString(CultureInfo.InvariantCulture)));

    private ValueTask<TableEntity?> ReadAsync(long chatId, CancellationToken cancellationToken) =>
        tables.GetAsync(TableName.Groups, Partition, RowOf(chatId), cancellationToken);
}
