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

    /// <summary>Opens or changes the dialogue of a user; another one of the same user is left.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask SaveAsync(RejectDialogue dialogue, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(PartitionOf(dialogue.TelegramUserId), Row)
        {
            ["Request"] = dialogue.Request.Value,
            ["Revision"] = dialogue.Revision,
            ["Writing"] = dialogue.Writing,
            ["PromptMessageId"] = dialogue.PromptMessageId,
            ["ExpiresAt"] = dialogue.ExpiresAt,
        };
        await tables.UpsertAsync(TableName.Dialogues, entity, cancellationToken);
    }

    /// <summary>Opens a dialogue with a full lifetime.</summary>
    /// <param name="telegramUserId">Who rejects.</param>
    /// <param name="request">What is rejected.</param>
    /// <param name="revision">The revision on the card.</param>
    /// <param name="writing">Whether the reason is awaited as text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask OpenAsync(
        long telegramUserId,
        RequestKey request,
        long revision,
        bool writing,
        CancellationToken cancellationToken
    ) =>
        SaveAsync(
            new RejectDialogue
            {
                TelegramUserId = telegramUserId,
                Request = request,
                Revision = revision,
                Writing = writing,
                ExpiresAt = timeProvider.GetUtcNow() + Lifetime,
            },
            cancellationToken
        );

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
