using System.Text.Json.Serialization;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Jobs;

/// <summary>One thing to do in one chat.</summary>
public sealed record DeliveryJob
{
    /// <summary>What to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DeliveryKind Kind { get; init; }

    /// <summary>The request it is about, or null for a notice about none.</summary>
    public string? RequestKey { get; init; }

    /// <summary>The recipient's row among the cards of the request; only for <see cref="DeliveryKind.Card"/> and <see cref="DeliveryKind.Retire"/>.</summary>
    public string? Recipient { get; init; }

    /// <summary>
    /// For a card: the reservation this job holds. A job without one may only edit a message that is there already. A job whose
    /// reservation was given to another does nothing.
    /// </summary>
    public string? Reservation { get; init; }

    /// <summary>The chat; null for a card, which knows its own.</summary>
    public long? ChatId { get; init; }

    /// <summary>The forum topic of a notice, or null for the General topic and for chats without topics.</summary>
    public long? ThreadId { get; init; }

    /// <summary>The text of a notice, in Telegram's HTML.</summary>
    public string? Html { get; init; }

    /// <summary>The buttons below the text of a screen, or null for none.</summary>
    public IReadOnlyList<IReadOnlyList<ScreenButton>>? Buttons { get; init; }

    /// <summary>The message to delete, to reply to or to change, or null.</summary>
    public long? MessageId { get; init; }

    /// <summary>For files: the key of the one that is wanted; null for all.</summary>
    public string? File { get; init; }

    /// <summary>For a list: its page, 0 for the first.</summary>
    public int Page { get; init; }

    /// <summary>For a list: whether <see cref="MessageId"/> is the list itself, which turns to that page.</summary>
    public bool Edits { get; init; }

    /// <summary>Whether a send slot was reserved already, so that the job may run as soon as it is received.</summary>
    public bool SlotReserved { get; init; }

    /// <summary>Whether it is the second job of a reservation, put in case the first was lost.</summary>
    public bool Insurance { get; init; }

    /// <summary>
    /// Whether an earlier run of this job may have reached Telegram. It goes with the job when that is put back: a new message counts its receipts
    /// afresh.
    /// </summary>
    public bool Redelivered { get; init; }

    /// <summary>How often it failed for reasons that pass, 0 at first.</summary>
    public int Attempt { get; init; }

    /// <summary>How many sendings of the card had no known outcome.</summary>
    public int Unknowns { get; init; }

    /// <summary>A card job that edits at once, without a reservation.</summary>
    /// <param name="requestKey">The request.</param>
    /// <param name="recipient">The recipient's row.</param>
    public static DeliveryJob EditCard(string requestKey, string recipient) =>
        new()
        {
            Kind = DeliveryKind.Card,
            RequestKey = requestKey,
            Recipient = recipient,
        };

    /// <summary>A screen in a person's private chat.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="screen">What it shows.</param>
    /// <param name="messageId">The message that becomes it, or null for a new one.</param>
    public static DeliveryJob Show(long chatId, Screen screen, long? messageId = null) =>
        new()
        {
            Kind = DeliveryKind.Screen,
            ChatId = chatId,
            Html = screen.Html,
            Buttons = screen.Keyboard.Count == 0 ? null : screen.Keyboard,
            MessageId = messageId,
        };

    /// <summary>A short message to a chat.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="html">Telegram's HTML.</param>
    public static DeliveryJob Notice(long chatId, string html) =>
        new()
        {
            Kind = DeliveryKind.Notice,
            ChatId = chatId,
            Html = html,
        };
}
