using System.Collections.Concurrent;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>
/// The links between Telegram users and ERP persons, one to one. The row by Telegram user is the truth; the row by person points to it and
/// is believed only when that row agrees, so a crash between the two can hide a link but never invent one. Where a person was last found is remembered
/// in this process as a second pointer, which is believed on the same condition: it saves the first of two reads and can never be the truth.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class LinkStore(ITableStore tables)
{
    private const string Row = "link";

    /// <summary>So many remembered pointers are kept; then all are forgotten, which costs a read each.</summary>
    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<ErpId, long> _lastFound = new();
    private readonly KeptPreferences _choices = new(tables);

    /// <summary>Who a Telegram user is.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The link, or null for a stranger.</returns>
    public async ValueTask<StoredLink?> FindAsync(long telegramUserId, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Links, UserPartition(telegramUserId), Row, cancellationToken) is { } entity
            ? FromEntity(entity)
            : null;

    /// <summary>Where a person can be found in Telegram.</summary>
    /// <param name="person">The ERP person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The link, or null when the person has none.</returns>
    public async ValueTask<StoredLink?> FindAsync(ErpId person, CancellationToken cancellationToken)
    {
        if (
            _lastFound.TryGetValue(person, out var remembered)
            && await FindAsync(person, remembered, cancellationToken) is { } found
        )
        {
            return found;
        }

        var pointer = await tables.GetAsync(TableName.Links, PersonPartition(person), Row, cancellationToken);
        if (pointer?.GetInt64("TelegramUserId") is not { } telegramUserId)
        {
            return null;
        }

        var stored = await FindAsync(person, telegramUserId, cancellationToken);
        Remember(person, stored);
        return stored;
    }

    /// <summary>
    /// Ties a Telegram user to a person. Whatever either of them was tied to before is untied. What the user has chosen in the settings stays.
    /// </summary>
    /// <param name="link">The new link.</param>
    /// <param name="cancellationToken">Ends the wait; linking again is safe.</param>
    /// <returns>The links that were replaced: none, one, or two.</returns>
    public async ValueTask<IReadOnlyList<Link>> LinkAsync(Link link, CancellationToken cancellationToken)
    {
        var replaced = new List<Link>();
        if (await FindAsync(link.ErpId, cancellationToken) is { } byPerson)
        {
            await ReplaceAsync(byPerson.Link, link, replaced, cancellationToken);
        }

        if (await FindAsync(link.TelegramUserId, cancellationToken) is { } byUser)
        {
            await ReplaceAsync(byUser.Link, link, replaced, cancellationToken);
            link = link with { Preferences = byUser.Link.Preferences };
        }

        link = await _choices.RestoreAsync(link, cancellationToken);
        await tables.UpsertAsync(TableName.Links, ToEntity(link), cancellationToken);
        var pointer = new TableEntity(PersonPartition(link.ErpId), Row) { ["TelegramUserId"] = link.TelegramUserId };
        await tables.UpsertAsync(TableName.Links, pointer, cancellationToken);
        return replaced;
    }

    /// <summary>Unties a Telegram user.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The link that was removed, or null when there was none.</returns>
    public async ValueTask<Link?> UnlinkAsync(long telegramUserId, CancellationToken cancellationToken)
    {
        if (await FindAsync(telegramUserId, cancellationToken) is not { } stored)
        {
            return null;
        }

        await RemoveAsync(stored.Link, cancellationToken);
        return stored.Link;
    }

    /// <summary>Changes what may change while the link stands: language, choices, reachability, when it was verified, and the refresh token.</summary>
    /// <param name="stored">As it was read.</param>
    /// <param name="next">What it becomes, for the same user and person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the link changed or went away meanwhile; nothing was written then.</returns>
    public async ValueTask<bool> UpdateAsync(StoredLink stored, Link next, CancellationToken cancellationToken) =>
        await tables.ReplaceAsync(
            TableName.Links,
            ToEntity(next).KeepOthersOf(stored.Entity),
            stored.Entity.ETag!,
            cancellationToken
        )
            is not null;

    /// <summary>Reads every link, for the operator's list.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Link> ListAsync(CancellationToken cancellationToken) =>
        tables
            .ReadAllAsync(TableName.Links, new TableQuery(), cancellationToken)
            .Where(row => row.GetString("ErpId") is not null)
            .Select(row => FromEntity(row).Link);

    private async ValueTask<StoredLink?> FindAsync(
        ErpId person,
        long telegramUserId,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(telegramUserId, cancellationToken) is { } stored && stored.Link.ErpId == person ? stored : null;

    private void Remember(ErpId person, StoredLink? stored)
    {
        if (stored is null)
        {
            _lastFound.TryRemove(person, out _);
            return;
        }

        if (_lastFound.Count >= MaxRemembered)
        {
            _lastFound.Clear();
        }

        _lastFound[person] = stored.Link.TelegramUserId;
    }

    private static string UserPartition(long telegramUserId) => KeptPreferences.PartitionOf(telegramUserId);

    private static string PersonPartition(ErpId person) => $"p-{StorageKey.Of(person.Value)}";

    private static StoredLink FromEntity(TableEntity entity) =>
        new(
            new Link
            {
                TelegramUserId = entity.GetInt64("TelegramUserId") ?? 0,
                ErpId = new ErpId(entity.GetString("ErpId")!),
                LinkedAt = entity.GetDateTimeOffset("LinkedAt") ?? default,
                VerifiedAt = entity.GetDateTimeOffset("VerifiedAt") ?? default,
                Email = entity.GetString("Email"),
                Name = entity.GetString("Name"),
                RefreshToken = SealedColumns.Read(entity),
                LanguageCode = entity.GetString("LanguageCode"),
                Preferences = PreferenceColumns.Read(entity),
                Unreachable = UnreachableOf(entity),
            },
            entity
        );

    /// <summary>A version that tells no kinds apart writes <c>Blocked</c> alone, and what the row kept beside it may be out of date.</summary>
    private static UnreachableReason? UnreachableOf(TableEntity entity)
    {
        if (entity.GetBoolean("Blocked") != true)
        {
            return null;
        }

        return Enum.TryParse<UnreachableReason>(entity.GetString("Reachability"), out var reason)
            ? reason
            : UnreachableReason.Blocked;
    }

    private static TableEntity ToEntity(Link link)
    {
        var entity = new TableEntity(UserPartition(link.TelegramUserId), Row)
        {
            ["TelegramUserId"] = link.TelegramUserId,
            ["ErpId"] = link.ErpId.Value,
            ["LinkedAt"] = link.LinkedAt,
            ["VerifiedAt"] = link.VerifiedAt,
            ["Email"] = link.Email,
            ["Name"] = link.Name,
            ["LanguageCode"] = link.LanguageCode,
            ["Blocked"] = link.Unreachable is not null,
            ["Reachability"] = link.Unreachable?.ToString() ?? "Reachable",
        };
        SealedColumns.Write(entity, link.RefreshToken);
        PreferenceColumns.Write(entity, link.Preferences);
        return entity;
    }

    private async ValueTask ReplaceAsync(
        Link former,
        Link next,
        List<Link> replaced,
        CancellationToken cancellationToken
    )
    {
        if (former.TelegramUserId == next.TelegramUserId && former.ErpId == next.ErpId)
        {
            return;
        }

        await RemoveAsync(former, cancellationToken);
        replaced.Add(former);
    }

    private async ValueTask RemoveAsync(Link link, CancellationToken cancellationToken)
    {
        var user = UserPartition(link.TelegramUserId);
        await _choices.KeepAsync(link, cancellationToken);
        await tables.DeleteAsync(TableName.Links, user, Row, null, cancellationToken);
        await tables.DeleteAsync(TableName.Links, PersonPartition(link.ErpId), Row, null, cancellationToken);
    }
}

/// <summary>A link as it lies in the store.</summary>
/// <param name="Link">The link.</param>
/// <param name="Entity">As it was read.</param>
public sealed record StoredLink(Link Link, TableEntity Entity);
