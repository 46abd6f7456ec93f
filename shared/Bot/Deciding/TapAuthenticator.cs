using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Deciding;

/// <summary>Tells genuine taps from others.</summary>
/// <param name="signer">Checks buttons.</param>
/// <param name="adoption">Recognises cards.</param>
public sealed class TapAuthenticator(ButtonSigner signer, CardAdoption adoption)
{
    /// <summary>Checks that the button was made for this person in this chat, and that the person has a card there.</summary>
    /// <param name="updateId">The update the tap came in.</param>
    /// <param name="query">The tap.</param>
    /// <param name="actor">Who tapped.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tap, or null when it is not genuine.</returns>
    public async ValueTask<Tap?> AuthenticateAsync(
        long updateId,
        CallbackQuery query,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (query.Message is not { } message || message.Chat.Id != actor.TelegramUserId)
        {
            return null;
        }

        if (signer.Read(query.Data, message.Chat.Id, query.From.Id) is not { } button)
        {
            return null;
        }

        var recipient = await adoption.AdoptAsync(
            button.Request,
            Recipient.Of(actor.ErpId),
            message.Chat.Id,
            message.MessageId,
            cancellationToken
        );
        return recipient is null ? null : new Tap(updateId, actor, button, message.MessageId, recipient);
    }
}
