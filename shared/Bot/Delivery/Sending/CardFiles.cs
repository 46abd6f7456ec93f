using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Whether the files of a request go to a chat together with its card. Pure.</summary>
internal static class CardFiles
{
    /// <summary>They go to groups that see everything. A person asks for them; in any other group they would tell what its cards hide.</summary>
    /// <param name="recipient">Who the card is for.</param>
    /// <param name="target">Where it goes.</param>
    public static bool GoAlong(Recipient recipient, CardTarget target) =>
        recipient.Person is null && target.Redaction == Redaction.Full;
}
