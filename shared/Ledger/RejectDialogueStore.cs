using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Ledger;

/// <summary>The rejection each Telegram user has begun: at most one, so that a text can only mean one.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class RejectDialogueStore(ITableStore tables, TimeProvider timeProvider)
{
    private const string Row = "reject";

    /// <summary>How long a begun rejection waits for its reason.</summary>
    public static TimeSpan Lifetime => TimeSpan.FromHours(24);

    /// <summary>Reads the open dialogue of a user.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The dialogue, or null when none is open or it has expired.</returns>
    public async ValueTask<RejectDialogue?> FindAsync(long telegramUserId, CancellationToken cancellationToken)
    {
        var entity = await tables.GetAsync(TableName.Dialogues, PartitionOf(telegramUserId), Row, cancellationToken);
        return entity is not null && entity.GetDateTimeOffset("ExpiresAt") > timeProvider.GetUtcNow()
            ? FromEntity(telegramUserId, entity)
            : null;
    }

    /// <summary>Opens a dialogue with a full lifetime; another one of the same user is left.</summary>
    /// <param name="telegramUserId">Who rejects.</param>
    /// <param name="request">What is rejected.</param>
    /// <param name="revision">The revision on the card.</param>
    /// <param name="writing">Whether the reason is awaited as text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask OpenAsync(
        long telegramUserId,
        RequestKey request,
        long revision,
        bool writing,
        CancellationToken cancellationToken
    )
    {
        var entity = new TableEntity(PartitionOf(telegramUserId), Row)
        {
            ["Request"] = request.Value,
            ["Revision"] = revision,
            ["Writing"] = writing,
            ["ExpiresAt"] = timeProvider.GetUtcNow() + Lifetime,
        };
        await tables.UpsertAsync(TableName.Dialogues, entity, cancellationToken);
    }

    /// <summary>Remembers the bot's question, if the dialogue it belongs to is still open.</summary>
    /// <param name="dialogue">The dialogue as it was when the question was sent.</param>
    /// <param name="messageId">The question.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the dialogue was left meanwhile: nobody waits for an answer to that question.</returns>
    public async ValueTask<bool> RememberPromptAsync(
        RejectDialogue dialogue,
        long messageId,
        CancellationToken cancellationToken
    )
    {
        var partition = PartitionOf(dialogue.TelegramUserId);
        var entity = await tables.GetAsync(TableName.Dialogues, partition, Row, cancellationToken);
        if (entity is null || FromEntity(dialogue.TelegramUserId, entity) != dialogue)
        {
            return false;
        }

        entity["PromptMessageId"] = messageId;
        return await tables.ReplaceAsync(TableName.Dialogues, entity, entity.ETag!, cancellationToken) is not null;
    }

    /// <summary>Closes the dialogue of a user.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask CloseAsync(long telegramUserId, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Dialogues, PartitionOf(telegramUserId), Row, null, cancellationToken);

    private static string PartitionOf(long telegramUserId) =>
        string.Create(CultureInfo.InvariantCulture, $"u-{telegramUserId}");

    private static RejectDialogue FromEntity(long telegramUserId, TableEntity entity) =>
        new()
        {
            TelegramUserId = telegramUserId,
            Request = new RequestKey(entity.GetString("Request")!),
            Revision = entity.GetInt64("Revision") ?? 0,
            Writing = entity.GetBoolean("Writing") ?? false,
            PromptMessageId = entity.GetInt64("PromptMessageId"),
            ExpiresAt = entity.GetDateTimeOffset("ExpiresAt") ?? default,
        };
}
