using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Delivery.Recipients;

/// <summary>Who a card is for: a person or a group.</summary>
/// <param name="Person">The ERP person, or null for a group.</param>
/// <param name="GroupKey">The key the group is bound under, or null for a person.</param>
public readonly record struct Recipient(ErpId? Person, string? GroupKey)
{
    /// <summary>The row among the cards of a request: one per recipient.</summary>
    public string RowKey => Person is { } person ? $"p-{StorageKey.Of(person.Value)}" : $"g-{StorageKey.Of(GroupKey!)}";

    /// <summary>A person.</summary>
    /// <param name="person">The ERP person.</param>
    public static Recipient Of(ErpId person) => new(person, null);

    /// <summary>A group.</summary>
    /// <param name="groupKey">The key the group is bound under, such as <c>treasury</c>.</param>
    public static Recipient OfGroup(string groupKey) => new(null, groupKey);
}
