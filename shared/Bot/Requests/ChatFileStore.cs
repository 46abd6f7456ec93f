using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>Remembers where in a chat a file was sent on demand, so that asking again shortly after points there instead of sending a second copy.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class ChatFileStore(ITableStore tables, TimeProvider timeProvider)
{
    /// <summary>How long a file counts as still in sight.</summary>
    public static TimeSpan InSight => TimeSpan.FromHours(1);

    /// <summary>Looks for a file in a chat.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message with the file, or null when none was sent within <see cref="InSight"/>.</returns>
    public async ValueTask<long?> FindAsync(string sha256, long chatId, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Files, sha256, RowOf(chatId), cancellationToken) is { } row
        && row.GetDateTimeOffset("At") > timeProvider.GetUtcNow() - InSight
            ? row.GetInt64("MessageId")
            : null;

    /// <summary>Remembers that a file was sent just now.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message with the file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask NoteAsync(string sha256, long chatId, long messageId, CancellationToken cancellationToken)
    {
        var row = new TableEntity(sha256, RowOf(chatId))
        {
            ["MessageId"] = messageId,
            ["At"] = timeProvider.GetUtcNow(),
        };
        await tables.UpsertAsync(TableName.Files, row, cancellationToken);
    }

    /// <summary>Forgets it, so that asking once more sends the file.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask ForgetAsync(string sha256, long chatId, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Files, sha256, RowOf(chatId), null, cancellationToken);

    private static string RowOf(long chatId) => string.Create(CultureInfo.InvariantCulture, $"c-{chatId}");
}
