using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Delivery.Recipients;

/// <summary>Which chat a group key means, and where a chat has moved when Telegram upgraded it to a supergroup.</summary>
/// <param name="chats">The bound chats by key, from the configuration.</param>
/// <param name="tables">Where the moves are remembered.</param>
public sealed class GroupDirectory(IReadOnlyDictionary<string, long> chats, ITableStore tables)
{
    private const string Moved = "moved";

    /// <summary>The chat to send to now.</summary>
    /// <param name="groupKey">The key, compared without case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The chat's id, or null when no group is bound under that key.</returns>
    public async ValueTask<long?> FindAsync(string groupKey, CancellationToken cancellationToken)
    {
        if (!chats.TryGetValue(groupKey, out var chatId))
        {
            return null;
        }

        var row = await tables.GetAsync(TableName.Groups, Moved, RowOf(chatId), cancellationToken);
        return row?.GetInt64("To") ?? chatId;
    }

    /// <summary>Remembers that a group has become a supergroup. Messages already sent stay under the old id.</summary>
    /// <param name="from">The old id.</param>
    /// <param name="to">The new id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask MoveAsync(long from, long to, CancellationToken cancellationToken) =>
        await tables.UpsertAsync(
            TableName.Groups,
            new TableEntity(Moved, RowOf(from)) { ["To"] = to },
            cancellationToken
        );

    private static string RowOf(long chatId) => chatId.ToString(CultureInfo.InvariantCulture);
}
