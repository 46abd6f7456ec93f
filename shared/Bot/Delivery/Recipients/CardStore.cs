using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>The rows of all cards: one partition per request, one row per recipient.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class CardStore(ITableStore tables, TimeProvider timeProvider)
{
    private const char Separator = '\n';

    /// <summary>Reads one row.</summary>
    /// <param name="key">The request.</param>
    /// <param name="rowKey">The recipient's row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row, or null when the recipient never had a card.</returns>
    public async ValueTask<StoredCard?> GetAsync(RequestKey key, string rowKey, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Cards, key.Value, rowKey, cancellationToken) is { } entity
            ? FromEntity(entity)
            : null;

    /// <summary>Reads all rows of a request.</summary>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows by row key.</returns>
    public async ValueTask<IReadOnlyDictionary<string, StoredCard>> ListAsync(
        RequestKey key,
        CancellationToken cancellationToken
    )
    {
        var rows = new Dictionary<string, StoredCard>(StringComparer.Ordinal);
        var query = TableQuery.Partition(key.Value);
        await foreach (var entity in tables.ReadAllAsync(TableName.Cards, query, cancellationToken))
        {
            rows[entity.RowKey] = FromEntity(entity);
        }

        return rows;
    }

    /// <summary>Writes a row if nobody changed it since it was read; a new row only if there is none.</summary>
    /// <param name="read">The row as it was read, or null for a new row.</param>
    /// <param name="next">What it becomes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row as it is stored now, or null when somebody was faster.</returns>
    public async ValueTask<StoredCard?> WriteAsync(StoredCard? read, CardRow next, CancellationToken cancellationToken)
    {
        var row = next with { UpdatedAt = timeProvider.GetUtcNow() };
        var entity = ToEntity(row).KeepOthersOf(read?.Entity);
        var written = read is null
            ? await tables.InsertAsync(TableName.Cards, entity, cancellationToken)
            : await tables.ReplaceAsync(TableName.Cards, entity, read.ETag, cancellationToken);
        return written is null ? null : new StoredCard(row, entity, written);
    }

    /// <summary>Forgets a card, whatever its version.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask DeleteAsync(CardRow row, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Cards, row.Request.Value, row.Recipient.RowKey, null, cancellationToken);

    private static StoredCard FromEntity(TableEntity entity) =>
        new(
            new CardRow
            {
                Request = new RequestKey(entity.PartitionKey),
                Recipient = InlineColumns.Read(entity) is { } inline ? Recipient.OfInline(inline.Id) : ReaderOf(entity),
                Inline = InlineColumns.Read(entity),
                State = Enum.Parse<CardState>(entity.GetString("State")!),
                ChatId = entity.GetInt64("ChatId"),
                ThreadId = entity.GetInt64("ThreadId"),
                MessageId = entity.GetInt64("MessageId"),
                IsCaption = entity.GetBoolean("IsCaption") ?? false,
                Hash = entity.GetString("Hash"),
                Revision = entity.GetInt64("Revision") ?? 0,
                Reservation = entity.GetString("Reservation"),
                DueAt = entity.GetDateTimeOffset("DueAt"),
                WaitsForFiles = entity.GetBoolean("WaitsForFiles") ?? false,
                CreatedAt = entity.GetDateTimeOffset("CreatedAt") ?? default,
                UpdatedAt = entity.GetDateTimeOffset("UpdatedAt") ?? default,
                SentFiles = Split(entity.GetString("SentFiles")),
                FilesMessageId = entity.GetInt64("FilesMessageId"),
                Copies = Ids(entity.GetString("Copies")),
                Former = Ids(entity.GetString("Former")),
                InInbox = entity.GetBoolean("InInbox") ?? false,
                Error = entity.GetString("Error"),
            },
            entity,
            entity.ETag!
        );

    private static Recipient ReaderOf(TableEntity entity) =>
        entity.GetString("Person") is { } person
            ? Recipient.Of(new ErpId(person))
            : Recipient.OfGroup(entity.GetString("Group")!);

    private static TableEntity ToEntity(CardRow row) => InlineColumns.Write(EntityOf(row), row.Inline);

    private static TableEntity EntityOf(CardRow row) =>
        new(row.Request.Value, row.Recipient.RowKey)
        {
            ["Person"] = row.Recipient.Person?.Value,
            ["Group"] = row.Recipient.GroupKey,
            ["State"] = row.State.ToString(),
            ["ChatId"] = row.ChatId,
            ["ThreadId"] = row.ThreadId,
            ["MessageId"] = row.MessageId,
            ["IsCaption"] = row.IsCaption,
            ["Hash"] = row.Hash,
            ["Revision"] = row.Revision,
            ["Reservation"] = row.Reservation,
            ["DueAt"] = row.DueAt,
            ["WaitsForFiles"] = row.WaitsForFiles,
            ["CreatedAt"] = row.CreatedAt,
            ["UpdatedAt"] = row.UpdatedAt,
            ["SentFiles"] = Join(row.SentFiles),
            ["FilesMessageId"] = row.FilesMessageId,
            ["Copies"] = Join(row.Copies),
            ["Former"] = Join(row.Former),
            ["InInbox"] = row.InInbox,
            ["Error"] = row.Error,
        };

    private static string[] Split(string? text) => text?.Split(Separator) ?? [];

    private static IReadOnlyList<long> Ids(string? text) =>
        [.. Split(text).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    private static string? Join(IEnumerable<long> ids) =>
        Join(ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static string? Join(IEnumerable<string> items)
    {
        var text = string.Join(Separator, items);
        return text.Length == 0 ? null : text;
    }
}
