using PaymentBot.Cards;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>Where the cards of a group key go, and how they look there.</summary>
/// <param name="ChatId">The chat, a negative number; perhaps one that has moved since.</param>
/// <param name="ThreadId">The forum topic (<c>message_thread_id</c>), or null for the General topic and for groups without topics.</param>
/// <param name="Redaction">How much the cards show.</param>
/// <param name="Language">The language of the cards, or null for the default.</param>
public sealed record GroupPlace(long ChatId, long? ThreadId, Redaction Redaction, Language? Language = null);
