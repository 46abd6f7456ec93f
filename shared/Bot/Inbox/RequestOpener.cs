using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Brings a request's card to the bottom of a person's private chat, if the person may see the request.</summary>
/// <param name="requests">The snapshots.</param>
/// <param name="viewers">Knows what people may see.</param>
/// <param name="cards">Brings cards.</param>
public sealed class RequestOpener(RequestStore requests, ViewerFinder viewers, CardOpening cards)
{
    /// <summary>Opens a request.</summary>
    /// <param name="key">The request, which need not exist.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="updateId">The update that asks: it opens once.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when there is no such request, or it is not the person's to see.</returns>
    /// <exception cref="StorageException">The store failed; opening again with the same update is safe.</exception>
    public async Task<bool> OpenAsync(RequestKey key, Actor actor, long updateId, CancellationToken cancellationToken)
    {
        var viewer = await viewers.FindAsync(actor, cancellationToken);
        if (await requests.GetAsync(key, cancellationToken) is not { } stored || !viewer.MaySee(stored.Request))
        {
            return false;
        }

        await cards.OpenAsync(key, actor.ErpId, actor.TelegramUserId, updateId, cancellationToken);
        return true;
    }
}
