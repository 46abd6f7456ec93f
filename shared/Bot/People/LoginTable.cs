using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>Reads and replaces tickets in their table.</summary>
internal sealed class LoginTable(ITableStore tables)
{
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
        return entity is null ? null : new StoredTicket(LoginRows.ToTicket(entity), entity, entity.ETag!);
    }

    /// <summary>False when the ticket changed since it was read.</summary>
    public async ValueTask<bool> ReplaceAsync(
        StoredTicket stored,
        LoginTicket next,
        CancellationToken cancellationToken
    )
    {
        var entity = LoginRows.ToEntity(next).KeepOthersOf(stored.Entity);
        return await tables.ReplaceAsync(TableName.LoginTickets, entity, stored.ETag, cancellationToken) is not null;
    }
}
