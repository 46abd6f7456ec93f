using PaymentBot.Bot.Delivery.Recipients;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Lays what one run did over what somebody else wrote meanwhile. Pure.</summary>
internal static class CardRowMerge
{
    /// <summary>Merges.</summary>
    /// <param name="fresh">The row as it is stored now.</param>
    /// <param name="before">The row this run began with.</param>
    /// <param name="mine">The row this run arrived at.</param>
    /// <returns>The row to go on from; without a hash where the message may show something else than this run believes.</returns>
    public static CardRow Merge(CardRow fresh, CardRow before, CardRow mine)
    {
        var merged = fresh with
        {
            SentFiles = [.. fresh.SentFiles.Union(mine.SentFiles, StringComparer.Ordinal)],
            FilesMessageId = fresh.FilesMessageId ?? mine.FilesMessageId,
        };
        if (mine.MessageId is { } shown && fresh.Former.Contains(shown))
        {
            // What this run edited is no longer the card: it was brought to the bottom of the chat meanwhile.
            return merged;
        }

        if (mine.MessageId is null)
        {
            return before.MessageId is not null && fresh.MessageId == before.MessageId
                ? merged with
                {
                    MessageId = null,
                    ChatId = null,
                    ThreadId = null,
                    Hash = null,
                }
                : merged;
        }

        return mine.MessageId == fresh.MessageId ? Edited(merged, fresh, before, mine) : Sent(merged, fresh, mine);
    }

    private static CardRow Edited(CardRow merged, CardRow fresh, CardRow before, CardRow mine)
    {
        return string.Equals(fresh.Hash, before.Hash, StringComparison.Ordinal)
            ? merged with
            {
                Hash = mine.Hash,
                Revision = mine.Revision,
                State = mine.State,
            }
            : merged with
            {
                Hash = null,
            };
    }

    private static CardRow Sent(CardRow merged, CardRow fresh, CardRow mine) =>
        fresh.MessageId is null
            ? merged with
            {
                MessageId = mine.MessageId,
                ChatId = mine.ChatId,
                ThreadId = mine.ThreadId,
                IsCaption = mine.IsCaption,
                Hash = mine.Hash,
                Revision = mine.Revision,
                State = mine.State,
            }
            : merged with
            {
                Copies = [.. fresh.Copies, mine.MessageId!.Value],
                Hash = null,
            };
}
