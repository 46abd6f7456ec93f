using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>The group keys that were bound in Telegram: one row each, all in one partition, for there are few.</summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class GroupBindings(ITableStore tables)
{
    private const string Partition = "bindings";

    /// <summary>Finds a binding.</summary>
    /// <param name="key">The key, compared without case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The binding, or null when nobody bound the key.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<StoredBinding?> FindAsync(string key, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Groups, Partition, GroupKey.RowOf(key), cancellationToken) is { } entity
            ? new StoredBinding(FromEntity(entity), entity.ETag!)
            : null;

    /// <summary>Reads all bindings.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<IReadOnlyList<StoredBinding>> ListAsync(CancellationToken cancellationToken)
    {
        List<StoredBinding> bindings = [];
        var query = TableQuery.Partition(Partition);
        await foreach (var entity in tables.ReadAllAsync(TableName.Groups, query, cancellationToken))
        {
            bindings.Add(new StoredBinding(FromEntity(entity), entity.ETag!));
        }

        return bindings;
    }

    /// <summary>Writes a binding if nobody changed it since it was read; a new one only if there is none.</summary>
    /// <param name="read">As it was read, or null for a new one.</param>
    /// <param name="next">What it becomes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody was faster.</returns>
    /// <exception cref="StorageException">The store failed; look again before writing again.</exception>
    public async ValueTask<bool> WriteAsync(StoredBinding? read, GroupBinding next, CancellationToken cancellationToken)
    {
        var entity = ToEntity(next);
        var written = read is null
            ? await tables.InsertAsync(TableName.Groups, entity, cancellationToken)
            : await tables.ReplaceAsync(TableName.Groups, entity, read.ETag, cancellationToken);
        return written is not null;
    }

    /// <summary>Removes a binding if nobody changed it since it was read.</summary>
    /// <param name="stored">As it was read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; look again before removing again.</exception>
    public async ValueTask RemoveAsync(StoredBinding stored, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(
            TableName.Groups,
            Partition,
            GroupKey.RowOf(stored.Binding.Key),
            stored.ETag,
            cancellationToken
        );

    private static GroupBinding FromEntity(TableEntity entity) =>
        new()
        {
            Key = entity.GetString("Key")!,
            Place = new GroupPlace(
                entity.GetInt64("ChatId")!.Value,
                entity.GetInt64("ThreadId"),
                Enum.TryParse<Redaction>(entity.GetString("Redaction"), out var redaction)
                    ? redaction
                    : Redaction.Rounded,
                entity.GetString("Language") is { } language ? LanguageTags.Parse(language, Language.Russian) : null
            ),
            BoundBy = new ErpId(entity.GetString("BoundBy")!),
            BoundAt = entity.GetDateTimeOffset("BoundAt") ?? default,
        };

    private static TableEntity ToEntity(GroupBinding binding) =>
        new(Partition, GroupKey.RowOf(binding.Key))
        {
            ["Key"] = binding.Key,
            ["ChatId"] = binding.Place.ChatId,
            ["ThreadId"] = binding.Place.ThreadId,
            ["Redaction"] = binding.Place.Redaction.ToString(),
            ["Language"] = binding.Place.Language is { } language ? LanguageTags.CodeOf(language) : null,
            ["BoundBy"] = binding.BoundBy.Value,
            ["BoundAt"] = binding.BoundAt,
        };
}
