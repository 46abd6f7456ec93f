using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Erp.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>Reads and replaces tickets in their table.</summary>
internal sealed class LoginTable(ITableStore tables)
{
    private const int MaxRemoved = 1000;
    private const int MaxPages = 50;

    public async ValueTask AddAsync(LoginTicket ticket, CancellationToken cancellationToken)
    {
        await tables.InsertAsync(TableName.LoginTickets, LoginRows.ToEntity(ticket), cancellationToken);
        var user = LoginRows.UserPartition(ticket.Account.UserId);
        var live = LoginRows.Pointer(user, ticket.Key, ticket.ExpiresAt);
        await tables.UpsertAsync(TableName.LoginTickets, live, cancellationToken);
    }

    public async ValueTask AddCodeAsync(LoginTicket ticket, CancellationToken cancellationToken)
    {
        var way = LoginRows.CodePartition(ticket.CodeHash!);
        var pointer = LoginRows.Pointer(way, ticket.Key, ticket.ExpiresAt);
        await tables.InsertAsync(TableName.LoginTickets, pointer, cancellationToken);
    }

    /// <summary>The ticket whose row agrees that the code is its own.</summary>
    public async ValueTask<StoredTicket?> FindByCodeAsync(string codeHash, CancellationToken cancellationToken)
    {
        var way = LoginRows.CodePartition(codeHash);
        var pointer = await tables.GetAsync(TableName.LoginTickets, way, LoginRows.Row, cancellationToken);
        var stored = pointer?.GetString(LoginRows.TicketKey) is { } key
            ? await FindAsync(key, cancellationToken)
            : null;
        return SecretText.AreEqual(codeHash, stored?.Ticket.CodeHash) ? stored : null;
    }

    /// <summary>Reads a ticket as it counts: one that is not the user's live one is dead unless it was used.</summary>
    public async ValueTask<StoredTicket?> FindAsync(string ticketKey, CancellationToken cancellationToken)
    {
        if (await GetAsync(ticketKey, cancellationToken) is not { } stored)
        {
            return null;
        }

        var user = LoginRows.UserPartition(stored.Ticket.Account.UserId);
        var live = await tables.GetAsync(TableName.LoginTickets, user, LoginRows.Row, cancellationToken);
        var isLive = string.Equals(live?.GetString(LoginRows.TicketKey), ticketKey, StringComparison.Ordinal);
        return isLive || stored.Ticket.Stage == LoginStage.Used
            ? stored
            : stored with
            {
                Ticket = stored.Ticket with { Stage = LoginStage.Dead },
            };
    }

    /// <summary>Reads a ticket as its row has it.</summary>
    public async ValueTask<StoredTicket?> GetAsync(string ticketKey, CancellationToken cancellationToken)
    {
        var partition = LoginRows.TicketPartition(ticketKey);
        var entity = await tables.GetAsync(TableName.LoginTickets, partition, LoginRows.Row, cancellationToken);
        return entity is null ? null : new StoredTicket(LoginRows.ToTicket(entity), entity);
    }

    /// <summary>False when the ticket changed since it was read.</summary>
    public async ValueTask<bool> ReplaceAsync(
        StoredTicket stored,
        LoginTicket next,
        CancellationToken cancellationToken
    )
    {
        var entity = LoginRows.ToEntity(next).KeepOthersOf(stored.Entity);
        return await tables.ReplaceAsync(TableName.LoginTickets, entity, stored.Entity.ETag!, cancellationToken)
            is not null;
    }

    /// <summary>Removes what ended before an instant, in bounded steps.</summary>
    /// <returns>How many rows were removed.</returns>
    public async ValueTask<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = 0;
        string? token = null;
        for (var pages = 0; pages < MaxPages && removed < MaxRemoved; pages++)
        {
            var page = await tables.QueryAsync(TableName.LoginTickets, new TableQuery(), token, cancellationToken);
            foreach (var row in page.Rows.Where(row => HasEnded(row, before)).Take(MaxRemoved - removed))
            {
                removed += await RemoveAsync(row, cancellationToken) ? 1 : 0;
            }

            token = page.ContinuationToken;
            if (token is null)
            {
                break;
            }
        }

        return removed;
    }

    private static bool HasEnded(TableEntity row, DateTimeOffset before) =>
        (row.GetDateTimeOffset(LoginRows.ExpiresAt) ?? default) < before;

    /// <summary>Removes the version that was read: a limit or a user's row may have come to life again meanwhile.</summary>
    private ValueTask<bool> RemoveAsync(TableEntity row, CancellationToken cancellationToken) =>
        tables.DeleteAsync(TableName.LoginTickets, row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
}

/// <summary>How sign-ins lie in their table. Every row says when it ends, so that one sweep forgets them all.</summary>
internal static class LoginRows
{
    /// <summary>The column that every row of the table has: when it stops meaning anything.</summary>
    public const string ExpiresAt = "ExpiresAt";

    /// <summary>The key of the ticket a row belongs to.</summary>
    public const string TicketKey = "TicketKey";

    /// <summary>The only row of each partition.</summary>
    public const string Row = "login";

    public static string TicketPartition(string ticketKey) => $"t-{ticketKey}";

    public static string CodePartition(string codeHash) => $"c-{codeHash}";

    public static string UserPartition(long userId) => string.Create(CultureInfo.InvariantCulture, $"u-{userId}");

    /// <summary>A row that leads to a ticket.</summary>
    public static TableEntity Pointer(string partition, string ticketKey, DateTimeOffset expiresAt) =>
        new(partition, Row) { [TicketKey] = ticketKey, [ExpiresAt] = expiresAt };

    public static TableEntity ToEntity(LoginTicket ticket)
    {
        var entity = new TableEntity(TicketPartition(ticket.Key), Row)
        {
            [TicketKey] = ticket.Key,
            [ExpiresAt] = ticket.ExpiresAt,
            ["IssuedAt"] = ticket.IssuedAt,
            ["Stage"] = ticket.Stage.ToString(),
            ["Sought"] = ticket.Sought,
            ["UserId"] = ticket.Account.UserId,
            ["FirstName"] = ticket.Account.FirstName,
            ["LastName"] = ticket.Account.LastName,
            ["Username"] = ticket.Account.Username,
            ["LanguageCode"] = ticket.Account.LanguageCode,
            ["Email"] = ticket.Email?.Value,
            ["ErpId"] = ticket.ErpId?.Value,
            ["PersonName"] = ticket.PersonName,
            ["CodeExpiresAt"] = ticket.CodeExpiresAt,
            ["BrowserHash"] = ticket.BrowserHash,
            ["CodeHash"] = ticket.CodeHash,
        };
        SealedColumns.Write(entity, ticket.RefreshToken);
        return entity;
    }

    public static LoginTicket ToTicket(TableEntity entity) =>
        new()
        {
            Key = entity.GetString(TicketKey) ?? "",
            Account = ToAccount(entity),
            IssuedAt = entity.GetDateTimeOffset("IssuedAt") ?? default,
            ExpiresAt = entity.GetDateTimeOffset(ExpiresAt) ?? default,
            // What cannot be read must not let anybody in.
            Stage = Enum.TryParse<LoginStage>(entity.GetString("Stage"), out var stage) ? stage : LoginStage.Dead,
            Sought = entity.GetString("Sought"),
            Email = EmailAddress.Parse(entity.GetString("Email")),
            ErpId = entity.GetString("ErpId") is { } erpId ? new ErpId(erpId) : null,
            PersonName = entity.GetString("PersonName"),
            RefreshToken = SealedColumns.Read(entity),
            CodeExpiresAt = entity.GetDateTimeOffset("CodeExpiresAt"),
            BrowserHash = entity.GetString("BrowserHash"),
            CodeHash = entity.GetString("CodeHash"),
        };

    private static TelegramAccount ToAccount(TableEntity entity) =>
        new(
            entity.GetInt64("UserId") ?? 0,
            entity.GetString("FirstName") ?? "",
            entity.GetString("LastName"),
            entity.GetString("Username"),
            entity.GetString("LanguageCode")
        );
}
