namespace PaymentBot.Storage;

/// <summary>A message that was given up.</summary>
/// <param name="Id">The message's identity.</param>
/// <param name="Body">What was put.</param>
/// <param name="DequeueCount">How often it was tried; 0 when the store does not keep it.</param>
/// <param name="PoisonedAt">When it was given up.</param>
public sealed record PoisonMessage(string Id, string Body, int DequeueCount, DateTimeOffset PoisonedAt);
