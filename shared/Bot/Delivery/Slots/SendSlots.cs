using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Slots;

/// <summary>
/// Hands out the instants at which messages may be sent so that Telegram's limits hold, edits included. One row for the bot and one for each
/// chat hold how far the rate is used up; a run of slots is one conditional write, so any number of instances agree without talking.
/// </summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class SendSlots(ITableStore tables, TimeProvider timeProvider)
{
    private const string Row = "slot";
    private const string BotPartition = "bot";
    private const string Bulk = "Bulk";
    private const string Interactive = "Interactive";
    private const string Chat = "Used";

    private readonly SlotRow _bot = new(tables, BotPartition, Row);

    /// <summary>Reserves a slot for each of many sends, in the given order.</summary>
    /// <param name="requests">The sends.</param>
    /// <param name="cancellationToken">Ends the wait; slots may stay reserved unused.</param>
    /// <returns>When each may go, as many as asked.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<DateTimeOffset[]> ReserveAsync(
        IReadOnlyList<SlotRequest> requests,
        CancellationToken cancellationToken
    )
    {
        var times = new DateTimeOffset[requests.Count];
        if (times.Length == 0)
        {
            return times;
        }

        await _bot.ChangeAsync(entity => TakeRun(entity, requests, times)).WaitAsync(cancellationToken);
        var waits = requests.Select((request, index) => ReserveChatAsync(request, times, index, cancellationToken));
        await Task.WhenAll(waits);
        return times;
    }

    /// <summary>Reserves a slot for an answer to a person's tap: ahead of all bulk that waits.</summary>
    /// <param name="request">The send.</param>
    /// <param name="cancellationToken">Ends the wait; the slot may stay reserved unused.</param>
    /// <returns>When it may go.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<DateTimeOffset> ReserveInteractiveAsync(
        SlotRequest request,
        CancellationToken cancellationToken
    )
    {
        var times = new DateTimeOffset[1];
        await _bot.ChangeAsync(entity => times[0] = TakeAhead(entity, request.Weight)).WaitAsync(cancellationToken);
        await ReserveChatAsync(request, times, 0, cancellationToken);
        return times[0];
    }

    /// <summary>Keeps a chat silent, after Telegram asked to wait.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="until">No slot of the chat before this.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public ValueTask PauseAsync(long chatId, DateTimeOffset until, CancellationToken cancellationToken) =>
        ChangeAsync(
            ChatPartition(chatId),
            entity =>
            {
                var rate = RateOf(chatId);
                var used = until + (rate.Interval * (rate.Burst - 1));
                entity[Chat] = used > UsedOf(entity, Chat) ? used : UsedOf(entity, Chat);
            },
            cancellationToken
        );

    private static SendRate RateOf(long chatId) => chatId < 0 ? SendRate.Group : SendRate.PrivateChat;

    private static string ChatPartition(long chatId) => string.Create(CultureInfo.InvariantCulture, $"chat-{chatId}");

    private static DateTimeOffset UsedOf(TableEntity entity, string name) =>
        entity.GetDateTimeOffset(name) ?? DateTimeOffset.UnixEpoch;

    private void TakeRun(TableEntity entity, IReadOnlyList<SlotRequest> requests, DateTimeOffset[] times)
    {
        var now = timeProvider.GetUtcNow();
        var used = UsedOf(entity, Bulk);
        for (var index = 0; index < times.Length; index++)
        {
            (times[index], used) = SendRate.Bulk.Take(used, now, requests[index].Weight);
        }

        entity[Bulk] = used;
    }

    /// <summary>The earlier of the next bulk slot and the next one of the lane that bulk leaves free.</summary>
    private DateTimeOffset TakeAhead(TableEntity entity, int weight)
    {
        var now = timeProvider.GetUtcNow();
        var behind = SendRate.Bulk.Take(UsedOf(entity, Bulk), now, weight);
        var ahead = SendRate.Interactive.Take(UsedOf(entity, Interactive), now, weight);
        if (behind.At <= ahead.At)
        {
            entity[Bulk] = behind.Used;
            return behind.At;
        }

        entity[Interactive] = ahead.Used;
        return ahead.At;
    }

    private async Task ReserveChatAsync(
        SlotRequest request,
        DateTimeOffset[] times,
        int index,
        CancellationToken cancellationToken
    )
    {
        if (request.ChatId == SlotRequest.NoChat)
        {
            return;
        }

        var earliest = times[index];
        await ChangeAsync(
            ChatPartition(request.ChatId),
            entity =>
            {
                var taken = RateOf(request.ChatId).Take(UsedOf(entity, Chat), earliest, request.Weight);
                times[index] = taken.At;
                entity[Chat] = taken.Used;
            },
            cancellationToken
        );
    }

    private ValueTask ChangeAsync(string partition, Action<TableEntity> change, CancellationToken cancellationToken) =>
        SlotRow.ChangeAsync(tables, partition, Row, change, cancellationToken);
}
