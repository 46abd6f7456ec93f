using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery;

/// <summary>
/// Recognises a message of ours that the rows do not know: one that was sent without an answer. A tap on its signed button proves it, and from
/// then on it is kept in step.
/// </summary>
/// <param name="cards">The rows of the cards.</param>
public sealed class CardAdoption(CardStore cards)
{
    /// <summary>Makes sure that a tapped message is known as the card, or as a copy of it.</summary>
    /// <param name="key">The request the button belongs to.</param>
    /// <param name="recipient">Who tapped.</param>
    /// <param name="chatId">The chat of the message.</param>
    /// <param name="messageId">The message that was tapped.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row key to deliver to, or null when the person never had a card of this request.</returns>
    public async ValueTask<string?> AdoptAsync(
        RequestKey key,
        Recipient recipient,
        long chatId,
        long messageId,
        CancellationToken cancellationToken
    )
    {
        while (await cards.GetAsync(key, recipient.RowKey, cancellationToken) is { } stored)
        {
            if (stored.Row.ChatId is { } known && known != chatId)
            {
                return null;
            }

            if (IsKnown(stored.Row, messageId))
            {
                return recipient.RowKey;
            }

            var row = stored.Row.MessageId is null
                ? stored.Row with
                {
                    MessageId = messageId,
                    ChatId = chatId,
                    State = CardState.Delivered,
                    Hash = null,
                }
                : stored.Row with
                {
                    Copies = [.. stored.Row.Copies, messageId],
                    Hash = null,
                };
            if (await cards.WriteAsync(stored, row, cancellationToken) is not null)
            {
                return recipient.RowKey;
            }
        }

        return null;
    }

    /// <summary>A message that was the card before is genuine, but stays what it is.</summary>
    private static bool IsKnown(CardRow row, long messageId) =>
        row.MessageId == messageId || row.Copies.Contains(messageId) || row.Former.Contains(messageId);
}
