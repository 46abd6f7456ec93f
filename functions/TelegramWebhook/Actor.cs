using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Identity;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>A linked person who does something in the private chat.</summary>
/// <param name="Link">Who it is.</param>
/// <param name="Phrases">What to say, in the person's language.</param>
internal sealed record Actor(Link Link, IPhrases Phrases)
{
    /// <summary>The ERP person.</summary>
    public ErpId ErpId => Link.ErpId;

    /// <summary>The Telegram user, which is also the private chat.</summary>
    public long TelegramUserId => Link.TelegramUserId;
}
