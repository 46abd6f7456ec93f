using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>Where the card of one recipient is and what it shows.</summary>
public sealed record CardRow
{
    /// <summary>The request.</summary>
    public required RequestKey Request { get; init; }

    /// <summary>Who it is for.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>Where it lies when it was sent from an inline query, or null; then there is neither chat nor message id.</summary>
    public InlineMessage? Inline { get; init; }

    /// <summary>How it is doing.</summary>
    public CardState State { get; init; }

    /// <summary>The chat it is in or was last meant for, or null while none is known.</summary>
    public long? ChatId { get; init; }

    /// <summary>The forum topic it is in, or null for the General topic and for chats without topics.</summary>
    public long? ThreadId { get; init; }

    /// <summary>The message that is the card, or null while there is none.</summary>
    public long? MessageId { get; init; }

    /// <summary>Whether the card is the caption of a document rather than a text.</summary>
    public bool IsCaption { get; init; }

    /// <summary>The hash of what Telegram last accepted, or null.</summary>
    public string? Hash { get; init; }

    /// <summary>The revision of the snapshot that was last shown; 0 for none.</summary>
    public long Revision { get; init; }

    /// <summary>The job that alone may send this card anew, or null when none is waiting.</summary>
    public string? Reservation { get; init; }

    /// <summary>When that job becomes visible.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether that job waits for files that have not arrived yet.</summary>
    public bool WaitsForFiles { get; init; }

    /// <summary>When the card was first wanted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the row last changed in a way a reader of the state cares about.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The identities of the attachments that were sent to this chat with the card.</summary>
    public IReadOnlyList<string> SentFiles { get; init; } = [];

    /// <summary>The first message of the files, which the card replies to, or null.</summary>
    public long? FilesMessageId { get; init; }

    /// <summary>Messages of the same card that turned up later, after an unknown outcome; they are kept in step as well.</summary>
    public IReadOnlyList<long> Copies { get; init; } = [];

    /// <summary>
    /// Messages that were this card before it was brought to the bottom of the chat, newest last. They are taken away or lose their buttons, and never
    /// become the card again.
    /// </summary>
    public IReadOnlyList<long> Former { get; init; } = [];

    /// <summary>Whether the request is noted in the person's inbox, or among those whose cards the group lacks.</summary>
    public bool InInbox { get; init; }

    /// <summary>Telegram's description of the last fault, or null.</summary>
    public string? Error { get; init; }
}
