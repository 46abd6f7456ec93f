using System.Globalization;
using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>
/// Claims of decisions, which are also the outbox to the ERP. The row key holds revision and stage or, where several have to agree, the revision the
/// stage began with, the stage and the person; so the insert itself finds out who was first, and that nobody decides twice.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class DecisionStore(ITableStore tables)
{
    /// <summary>Revision and stage with their leading zeros.</summary>
    private const int PlaceLength = 19 + 1 + 6;

    /// <summary>Claims a decision by insert. One in the same place that does not count, refused or failed or voided by the ERP, is replaced.</summary>
    /// <param name="decision">The decision to store.</param>
    /// <param name="rule">The rule of its stage.</param>
    /// <param name="stands">Whether a decision in the same place stands in the way.</param>
    /// <param name="cancellationToken">Ends the wait; the claim may stand all the same.</param>
    /// <exception cref="StorageException">The store failed; claiming again with the same decision is safe.</exception>
    public async ValueTask<ClaimOutcome> ClaimAsync(
        Decision decision,
        StageRule rule,
        Func<Decision, bool> stands,
        CancellationToken cancellationToken
    )
    {
        var key = RequestKey.Of(decision.RequestId);
        var rowKey = RowKeyOf(decision, rule);
        var entity = ToEntity(key, rowKey, decision);
        while (true)
        {
            if (await tables.InsertAsync(TableName.Decisions, entity, cancellationToken) is { } inserted)
            {
                return new ClaimOutcome.Claimed(new StoredDecision(key, rowKey, decision, entity, inserted));
            }

            if (await GetAsync(key, rowKey, cancellationToken) is not { } existing)
            {
                continue;
            }

            if (stands(existing.Decision))
            {
                return new ClaimOutcome.AlreadyDecided(existing);
            }

            if (
                await tables.ReplaceAsync(TableName.Decisions, entity, existing.ETag, cancellationToken) is { } replaced
            )
            {
                return new ClaimOutcome.Claimed(new StoredDecision(key, rowKey, decision, entity, replaced));
            }
        }
    }

    /// <summary>Reads one decision.</summary>
    /// <param name="key">The request.</param>
    /// <param name="rowKey">The row, as <see cref="StoredDecision.RowKey"/> had it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The decision, or null when there is none.</returns>
    public async ValueTask<StoredDecision?> GetAsync(
        RequestKey key,
        string rowKey,
        CancellationToken cancellationToken
    ) =>
        await tables.GetAsync(TableName.Decisions, key.Value, rowKey, cancellationToken) is { } entity
            ? FromEntity(entity)
            : null;

    /// <summary>Reads the decisions of a request by revision, the latest last.</summary>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<StoredDecision>> ListAsync(RequestKey key, CancellationToken cancellationToken)
    {
        var found = new List<StoredDecision>();
        await foreach (
            var row in tables.ReadAllAsync(TableName.Decisions, TableQuery.Partition(key.Value), cancellationToken)
        )
        {
            found.Add(FromEntity(row));
        }

        return found;
    }

    /// <summary>Stores the next state of a decision if nobody changed it since it was read.</summary>
    /// <param name="stored">As it was read.</param>
    /// <param name="next">What it becomes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>As it is stored now, or null when somebody was faster.</returns>
    public async ValueTask<StoredDecision?> UpdateAsync(
        StoredDecision stored,
        Decision next,
        CancellationToken cancellationToken
    )
    {
        var entity = ToEntity(stored.Key, stored.RowKey, next).KeepOthersOf(stored.Entity);
        return await tables.ReplaceAsync(TableName.Decisions, entity, stored.ETag, cancellationToken) is { } eTag
            ? stored with
            {
                Decision = next,
                Entity = entity,
                ETag = eTag,
            }
            : null;
    }

    /// <summary>
    /// The row a decision is claimed in: by revision and stage; unless the first decides, by the beginning of the stage, which stays while the revision
    /// grows with every approval, and by person.
    /// </summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rule">The rule of its stage.</param>
    public static string RowKeyOf(Decision decision, StageRule rule)
    {
        var from = rule.FirstDecides || decision.Round == 0 ? decision.Revision : decision.Round;
        var place = string.Create(CultureInfo.InvariantCulture, $"{from:D19}-{decision.Stage:D6}");
        return rule.FirstDecides ? place : $"{place}-{StorageKey.Of(decision.Approver.ErpId.Value)}";
    }

    /// <summary>Whether a row holds a person's own decision on a stage that needs several: it may be voided by the ERP and then gives way to the next.</summary>
    /// <param name="rowKey">The row.</param>
    public static bool IsOfOnePerson(string rowKey)
    {
        ArgumentNullException.ThrowIfNull(rowKey);
        return rowKey.Length > PlaceLength;
    }

    private static StoredDecision FromEntity(TableEntity entity) =>
        new(
            new RequestKey(entity.PartitionKey),
            entity.RowKey,
            JsonSerializer.Deserialize(entity.GetString("Decision")!, LedgerJsonContext.Default.Decision)!,
            entity,
            entity.ETag!
        );

    private static TableEntity ToEntity(RequestKey key, string rowKey, Decision decision) =>
        new(key.Value, rowKey)
        {
            ["Id"] = decision.Id,
            ["State"] = decision.State.ToString(),
            ["DecidedAt"] = decision.DecidedAt,
            ["Decision"] = JsonSerializer.Serialize(decision, LedgerJsonContext.Default.Decision),
        };
}

/// <summary>A decision as it lies in the store.</summary>
/// <param name="Key">The request it belongs to.</param>
/// <param name="RowKey">Its row among the decisions of the request.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Entity">As it was read or written.</param>
/// <param name="ETag">The version that was read or written.</param>
public sealed record StoredDecision(RequestKey Key, string RowKey, Decision Decision, TableEntity Entity, string ETag);

/// <summary>What became of a claim. A closed set.</summary>
public abstract record ClaimOutcome
{
    private ClaimOutcome() { }

    /// <summary>The decision is stored and is the one that counts.</summary>
    /// <param name="Decision">As it was stored.</param>
    public sealed record Claimed(StoredDecision Decision) : ClaimOutcome;

    /// <summary>Another decision, or the same person's first tap, was faster.</summary>
    /// <param name="Decision">The one that counts.</param>
    public sealed record AlreadyDecided(StoredDecision Decision) : ClaimOutcome;
}
