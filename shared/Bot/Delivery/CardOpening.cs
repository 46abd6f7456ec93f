using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery;

/// <summary>
/// Brings the card of a request to the bottom of a person's chat. There is one live card per person and request: the message that was it before is taken
/// away, and until then its buttons count for the same card. Whether the person may see the request is for the caller to know.
/// </summary>
/// <param name="cards">The rows of the cards.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class CardOpening(CardStore cards, JobSender jobs, TimeProvider timeProvider)
{
    /// <summary>After this long a waiting job counts as lost.</summary>
    private static readonly TimeSpan JobLifetime = TimeSpan.FromMinutes(15);

    /// <summary>So many messages that were the card are remembered.</summary>
    private const int MaxFormer = 20;

    /// <summary>Puts a new message of the card on its way.</summary>
    /// <param name="key">The request.</param>
    /// <param name="person">Whose card; somebody who had none gets one that follows every change from now on.</param>
    /// <param name="chatId">The person's private chat.</param>
    /// <param name="updateId">The update that asked for it: the same update makes one message, however often it comes.</param>
    /// <param name="cancellationToken">Ends the work; doing it again with the same update is safe.</param>
    /// <exception cref="Storage.StorageException">The store failed; doing it again with the same update is safe.</exception>
    public async ValueTask OpenAsync(
        RequestKey key,
        ErpId person,
        long chatId,
        long updateId,
        CancellationToken cancellationToken
    )
    {
        var recipient = Recipient.Of(person);
        var reservation = string.Create(CultureInfo.InvariantCulture, $"open-{updateId}");
        while (true)
        {
            var stored = await cards.GetAsync(key, recipient.RowKey, cancellationToken);
            var row = stored?.Row ?? NewRow(key, recipient);
            if (IsOnItsWay(row, reservation))
            {
                return;
            }

            if (row.MessageId is not null && row.ChatId != chatId)
            {
                // The card is still in the chat the person had before: fan-out signs that one out and sends a new one here.
                await jobs.NotifyAsync(key, cancellationToken);
                return;
            }

            if (string.Equals(row.Reservation, reservation, StringComparison.Ordinal))
            {
                await PutAsync(row, row.Former.TakeLast(1), cancellationToken);
                return;
            }

            var next = Moved(row, chatId, reservation);
            if (await cards.WriteAsync(stored, next, cancellationToken) is not null)
            {
                await PutAsync(next, next.Former.Except(row.Former), cancellationToken);
                return;
            }
        }
    }

    private CardRow NewRow(RequestKey key, Recipient recipient) =>
        new()
        {
            Request = key,
            Recipient = recipient,
            CreatedAt = timeProvider.GetUtcNow(),
        };

    /// <summary>Another job will send the card anyway; a second one would make a second message.</summary>
    private bool IsOnItsWay(CardRow row, string reservation) =>
        row is { MessageId: null, Reservation: { } other }
        && !string.Equals(other, reservation, StringComparison.Ordinal)
        && row.DueAt > timeProvider.GetUtcNow() - JobLifetime;

    private CardRow Moved(CardRow row, long chatId, string reservation)
    {
        IEnumerable<long> shown = row.MessageId is { } messageId ? [.. row.Copies, messageId] : row.Copies;
        return row with
        {
            ChatId = chatId,
            MessageId = null,
            Hash = null,
            Copies = [],
            Former = [.. row.Former.Concat(shown).TakeLast(MaxFormer)],
            State = CardState.Pending,
            Reservation = reservation,
            DueAt = timeProvider.GetUtcNow(),
            WaitsForFiles = false,
        };
    }

    private async ValueTask PutAsync(CardRow row, IEnumerable<long> retired, CancellationToken cancellationToken)
    {
        var card = DeliveryJob.EditCard(row.Request.Value, row.Recipient.RowKey) with { Reservation = row.Reservation };
        await jobs.DeliverAsync(card, TimeSpan.Zero, cancellationToken);
        foreach (var messageId in retired)
        {
            var retire = new DeliveryJob
            {
                Kind = DeliveryKind.Retire,
                RequestKey = row.Request.Value,
                Recipient = row.Recipient.RowKey,
                ChatId = row.ChatId,
                MessageId = messageId,
            };
            await jobs.DeliverAsync(retire, TimeSpan.Zero, cancellationToken);
        }
    }
}
