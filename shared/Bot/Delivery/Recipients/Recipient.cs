using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>Who a card is for: a person, a group, or whoever reads the chat that somebody sent it to from an inline query.</summary>
/// <param name="Person">The ERP person, or null for a group.</param>
/// <param name="GroupKey">The key the group is bound under, or null for all others.</param>
/// <param name="InlineMessageId">The <c>inline_message_id</c>, or null for all others.</param>
public readonly record struct Recipient(ErpId? Person, string? GroupKey, string? InlineMessageId = null)
{
    /// <summary>The row among the cards of a request: one per recipient.</summary>
    public string RowKey =>
        (Person, InlineMessageId) switch
        {
            ({ } person, _) => $"p-{StorageKey.Of(person.Value)}",
            (_, { } inline) => $"i-{StorageKey.Of(inline)}",
            _ => $"g-{Recipients.GroupKey.RowOf(GroupKey!)}",
        };

    /// <summary>Whether a row is that of an inline message.</summary>
    /// <param name="rowKey">A row among the cards of a request.</param>
    public static bool IsInline(string? rowKey) => rowKey?.StartsWith("i-", StringComparison.Ordinal) == true;

    /// <summary>A person.</summary>
    /// <param name="person">The ERP person.</param>
    public static Recipient Of(ErpId person) => new(person, null);

    /// <summary>A group.</summary>
    /// <param name="groupKey">The key the group is bound under, such as <c>treasury</c>.</param>
    public static Recipient OfGroup(string groupKey) => new(null, groupKey);

    /// <summary>Whoever reads an inline message.</summary>
    /// <param name="inlineMessageId">The <c>inline_message_id</c>.</param>
    public static Recipient OfInline(string inlineMessageId) => new(null, null, inlineMessageId);
}
