using System.Globalization;
using PaymentBot.Cards;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>The decision each Telegram user has begun: at most one, so that a text can only mean one.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class DecisionDialogueStore(ITableStore tables, TimeProvider timeProvider)
{
    /// <summary>Called so when there were only rejections.</summary>
    private const string Row = "reject";

    private const long NothingAsked = 0;

    /// <summary>How long a begun decision waits.</summary>
    public static TimeSpan Lifetime => TimeSpan.FromHours(24);

    /// <summary>Reads the open dialogue of a user.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The dialogue, or null when none is open or it has expired.</returns>
    public async ValueTask<DecisionDialogue?> FindAsync(long telegramUserId, CancellationToken cancellationToken)
    {
        var entity = await tables.GetAsync(TableName.Dialogues, PartitionOf(telegramUserId), Row, cancellationToken);
        return entity is not null && entity.GetDateTimeOffset("ExpiresAt") > timeProvider.GetUtcNow()
            ? FromEntity(telegramUserId, entity)
            : null;
    }

    /// <summary>Opens a dialogue with a full lifetime; another one of the same user is left.</summary>
    /// <param name="telegramUserId">Who decides.</param>
    /// <param name="request">What is decided on.</param>
    /// <param name="revision">The revision on the card.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="comment">What was written before, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask OpenAsync(
        long telegramUserId,
        RequestKey request,
        long revision,
        CardDialogue kind,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        var entity = new TableEntity(PartitionOf(telegramUserId), Row)
        {
            ["Request"] = request.Value,
            ["Revision"] = revision,
            ["Kind"] = kind.ToString(),
            ["Comment"] = comment,
            // A version that knows rejections alone must not take a comment for a reason: to it, nothing is awaited.
            ["Writing"] = kind == CardDialogue.WritingReason,
            ["ExpiresAt"] = timeProvider.GetUtcNow() + Lifetime,
        };
        await tables.UpsertAsync(TableName.Dialogues, entity, cancellationToken);
    }

    /// <summary>Remembers the bot's question, if the dialogue it belongs to is still open.</summary>
    /// <param name="dialogue">The dialogue as it was when the question was sent.</param>
    /// <param name="messageId">The question.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the dialogue was left meanwhile: nobody waits for an answer to that question.</returns>
    public ValueTask<bool> RememberPromptAsync(
        DecisionDialogue dialogue,
        long messageId,
        CancellationToken cancellationToken
    ) => NotePromptAsync(dialogue, messageId, cancellationToken);

    /// <summary>Closes the dialogue of a user.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask CloseAsync(long telegramUserId, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Dialogues, PartitionOf(telegramUserId), Row, null, cancellationToken);

    /// <summary>Notes that nothing is asked any more, not even by a question that is just being sent, unless its user has gone on meanwhile. What is written then is still answered.</summary>
    /// <param name="dialogue">The dialogue as it was read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it had changed or was gone.</returns>
    public ValueTask<bool> EndPromptAsync(DecisionDialogue dialogue, CancellationToken cancellationToken) =>
        NotePromptAsync(dialogue, NothingAsked, cancellationToken);

    private async ValueTask<bool> NotePromptAsync(
        DecisionDialogue dialogue,
        long messageId,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        var partition = PartitionOf(dialogue.TelegramUserId);
        var entity = await tables.GetAsync(TableName.Dialogues, partition, Row, cancellationToken);
        if (entity is null || FromEntity(dialogue.TelegramUserId, entity) != dialogue)
        {
            return false;
        }

        entity["PromptMessageId"] = messageId;
        return await tables.ReplaceAsync(TableName.Dialogues, entity, entity.ETag!, cancellationToken) is not null;
    }

    private static string PartitionOf(long telegramUserId) =>
        string.Create(CultureInfo.InvariantCulture, $"u-{telegramUserId}");

    private static DecisionDialogue FromEntity(long telegramUserId, TableEntity entity) =>
        new()
        {
            TelegramUserId = telegramUserId,
            Request = new RequestKey(entity.GetString("Request")!),
            Revision = entity.GetInt64("Revision") ?? 0,
            Kind = KindOf(entity),
            Comment = entity.GetString("Comment"),
            PromptMessageId = entity.GetInt64("PromptMessageId"),
            ExpiresAt = entity.GetDateTimeOffset("ExpiresAt") ?? default,
        };

    private static CardDialogue KindOf(TableEntity entity)
    {
        if (Enum.TryParse<CardDialogue>(entity.GetString("Kind"), out var kind))
        {
            return kind;
        }

        return entity.GetBoolean("Writing") == true ? CardDialogue.WritingReason : CardDialogue.ChoosingReason;
    }
}

/// <summary>A decision somebody has begun and not finished.</summary>
public sealed record DecisionDialogue
{
    /// <summary>Who decides.</summary>
    public required long TelegramUserId { get; init; }

    /// <summary>What is decided on.</summary>
    public required RequestKey Request { get; init; }

    /// <summary>The revision on the card it was begun from.</summary>
    public required long Revision { get; init; }

    /// <summary>What is asked.</summary>
    public required CardDialogue Kind { get; init; }

    /// <summary>What was written before the question, or null; only with <see cref="CardDialogue.Confirming"/>.</summary>
    public string? Comment { get; init; }

    /// <summary>The bot's question, null while it was not sent, 0 when nothing is asked any more.</summary>
    public long? PromptMessageId { get; init; }

    /// <summary>From when on the dialogue counts as left.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether a text is awaited.</summary>
    public bool AwaitsText => Kind is CardDialogue.WritingReason or CardDialogue.WritingComment;
}
