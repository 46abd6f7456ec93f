using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Erp.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

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
