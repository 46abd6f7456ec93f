namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>A binding as it lies in the store.</summary>
/// <param name="Binding">The binding.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record StoredBinding(GroupBinding Binding, string ETag);
