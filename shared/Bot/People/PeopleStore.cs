using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PaymentBot.Approvals;
using PaymentBot.Erp.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>
/// The users of the ERP. A person's row is the truth; a row by e-mail points to it and is believed only while that row has the same address, so a
/// crash in between can hide a person but never hand a mailbox to somebody else.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
public sealed class PeopleStore(ITableStore tables)
{
    private const string Row = "person";

    /// <summary>Finds a person.</summary>
    /// <param name="person">The ERP's identity.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, active or not, or null when the ERP never announced them.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<DirectoryPerson?> FindAsync(ErpId person, CancellationToken cancellationToken) =>
        await GetAsync(KeyOf(person), cancellationToken) is { } entity ? FromEntity(entity) : null;

    /// <summary>Finds everybody who has a mailbox now, active or not.</summary>
    /// <param name="email">The mailbox.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The persons, in no particular order; more than one when the ERP gave several the same address.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<IReadOnlyList<DirectoryPerson>> FindAsync(
        EmailAddress email,
        CancellationToken cancellationToken
    )
    {
        List<DirectoryPerson> people = [];
        var query = TableQuery.Partition(MailPartition(email));
        await foreach (var pointer in tables.ReadAllAsync(TableName.People, query, cancellationToken))
        {
            if (
                await GetAsync(pointer.RowKey, cancellationToken) is { } entity
                && FromEntity(entity) is { } person
                && person.Email == email
            )
            {
                people.Add(person);
            }
        }

        return people;
    }

    /// <summary>Stores a person as the ERP announced them, in place of what was known before.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; saving again is safe.</exception>
    public async ValueTask SaveAsync(DirectoryPerson person, CancellationToken cancellationToken)
    {
        while (!await TrySaveAsync(person, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static string KeyOf(ErpId person) => StorageKey.Of(person.Value);

    private static string PersonPartition(string key) => $"p-{key}";

    private static string MailPartition(EmailAddress email) => $"m-{StorageKey.Of(email.Value)}";

    private static DirectoryPerson FromEntity(TableEntity entity) =>
        new()
        {
            ErpId = new ErpId(entity.GetString("ErpId")!),
            Name = entity.GetString("Name") ?? "",
            Email = EmailAddress.Parse(entity.GetString("Email")),
            Active = entity.GetBoolean("Active") == true,
            Roles = Read(entity, "Roles", IdentityJsonContext.Default.IReadOnlyListString),
            Limits = Read(entity, "Limits", IdentityJsonContext.Default.IReadOnlyListApprovalLimit),
            Substitute = entity.GetString("Substitute") is { } substitute ? new ErpId(substitute) : null,
            Absences = Read(entity, "Absences", IdentityJsonContext.Default.IReadOnlyListAbsence),
        };

    private static TableEntity ToEntity(DirectoryPerson person) =>
        new(PersonPartition(KeyOf(person.ErpId)), Row)
        {
            ["ErpId"] = person.ErpId.Value,
            ["Name"] = person.Name,
            ["Email"] = person.Email?.Value,
            ["Active"] = person.Active,
            ["Roles"] = JsonSerializer.Serialize(person.Roles, IdentityJsonContext.Default.IReadOnlyListString),
            ["Limits"] = JsonSerializer.Serialize(
                person.Limits,
                IdentityJsonContext.Default.IReadOnlyListApprovalLimit
            ),
            ["Substitute"] = person.Substitute?.Value,
            ["Absences"] = JsonSerializer.Serialize(person.Absences, IdentityJsonContext.Default.IReadOnlyListAbsence),
        };

    private static IReadOnlyList<T> Read<T>(TableEntity entity, string name, JsonTypeInfo<IReadOnlyList<T>> type) =>
        entity.GetString(name) is { } json ? JsonSerializer.Deserialize(json, type) ?? [] : [];

    private ValueTask<TableEntity?> GetAsync(string key, CancellationToken cancellationToken) =>
        tables.GetAsync(TableName.People, PersonPartition(key), Row, cancellationToken);

    private async ValueTask<bool> TrySaveAsync(DirectoryPerson person, CancellationToken cancellationToken)
    {
        var key = KeyOf(person.ErpId);
        var former = await GetAsync(key, cancellationToken);
        var formerEmail = former is null ? null : FromEntity(former).Email;
        var formerPointer =
            formerEmail is null || formerEmail == person.Email
                ? null
                : await tables.GetAsync(TableName.People, MailPartition(formerEmail), key, cancellationToken);
        if (person.Email is { } email)
        {
            var pointer = new TableEntity(MailPartition(email), key);
            await tables.UpsertAsync(TableName.People, pointer, cancellationToken);
        }

        var entity = ToEntity(person).KeepOthersOf(former);
        var eTag = former is null
            ? await tables.InsertAsync(TableName.People, entity, cancellationToken)
            : await tables.ReplaceAsync(TableName.People, entity, former.ETag!, cancellationToken);
        if (eTag is not null && formerPointer is not null)
        {
            // Only the version read before the write: somebody who gives the address back has renewed it.
            await tables.DeleteAsync(
                TableName.People,
                formerPointer.PartitionKey,
                key,
                formerPointer.ETag,
                cancellationToken
            );
        }

        return eTag is not null;
    }
}

/// <summary>How lists lie in a person's row. Fields may be added; names stay.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ApprovalLimit>))]
[JsonSerializable(typeof(IReadOnlyList<Absence>))]
internal sealed partial class IdentityJsonContext : JsonSerializerContext;
