using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A message. Also stands for <c>InaccessibleMessage</c>, of which only the chat and the message id are known.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#message.</remarks>
public sealed record Message
{
    /// <summary>Identity within the chat; 0 for an ephemeral message, which the edit methods refuse.</summary>
    public required long MessageId { get; init; }

    /// <summary>When it was sent, in Unix seconds; 0 when the message is inaccessible.</summary>
    public required long Date { get; init; }

    /// <summary>Where it is.</summary>
    public required Chat Chat { get; init; }

    /// <summary>Who sent it. Fake for anonymous administrators and channels (then <see cref="SenderChat"/> is set); null in channels.</summary>
    public User? From { get; init; }

    /// <summary>The chat on whose behalf it was sent: set for anonymous administrators and linked channels.</summary>
    public Chat? SenderChat { get; init; }

    /// <summary>The bot whose inline result this is.</summary>
    public User? ViaBot { get; init; }

    /// <summary>The text without markup, 0 to 4096 code points.</summary>
    public string? Text { get; init; }

    /// <summary>The text under a document, 0 to 1024 code points.</summary>
    public string? Caption { get; init; }

    /// <summary>What is special in <see cref="Text"/>: commands, links, formatting.</summary>
    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    /// <summary>The message that this one answers, without its own <see cref="ReplyToMessage"/>.</summary>
    public Message? ReplyToMessage { get; init; }

    /// <summary>The forum topic or reply thread.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>True when <see cref="MessageThreadId"/> is a forum topic.</summary>
    public bool? IsTopicMessage { get; init; }

    /// <summary>Common to the messages of one album.</summary>
    public string? MediaGroupId { get; init; }

    /// <summary>The attached file.</summary>
    public Document? Document { get; init; }

    /// <summary>The photo in its sizes, the largest last.</summary>
    public IReadOnlyList<PhotoSize>? Photo { get; init; }

    /// <summary>In the old group: it lives on as the supergroup with this id.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>In the new supergroup: it was the group with this id.</summary>
    public long? MigrateFromChatId { get; init; }

    /// <summary>The topic of <see cref="MessageThreadId"/> was closed; without that id, the General topic.</summary>
    public ForumTopicClosed? ForumTopicClosed { get; init; }

    /// <summary>The topic of <see cref="MessageThreadId"/> was opened again; without that id, the General topic.</summary>
    public ForumTopicReopened? ForumTopicReopened { get; init; }

    /// <summary>The inline keyboard, as Telegram normalised it.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    /// <summary>True for an <c>InaccessibleMessage</c>: deleted, or too old for the bot to see.</summary>
    [JsonIgnore]
    public bool IsInaccessible => Date == 0;
}
