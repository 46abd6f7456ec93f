using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Conversation;

/// <summary>A linked person who does something in the private chat.</summary>
/// <param name="Link">Who it is.</param>
/// <param name="Phrases">What to say, in the person's language.</param>
public sealed record Actor(Link Link, IPhrases Phrases)
{
    /// <summary>The ERP person.</summary>
    public ErpId ErpId => Link.ErpId;

    /// <summary>The Telegram user, which is also the private chat.</summary>
    public long TelegramUserId => Link.TelegramUserId;
}
