using PaymentBot.Delivery.Composition;
using PaymentBot.Identity;

namespace PaymentBot.Delivery.Recipients;

/// <summary>Where a recipient's card belongs.</summary>
/// <param name="Target">The chat, or null when the person is not linked or the group not bound.</param>
/// <param name="Link">The person's link, or null for a group or without one.</param>
public sealed record ResolvedTarget(CardTarget? Target, StoredLink? Link)
{
    /// <summary>Whether the person is linked but cannot be written to.</summary>
    public bool Blocked => Link?.Link.Reachability == Reachability.Blocked;
}
