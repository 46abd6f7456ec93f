namespace PaymentBot.Storage;

/// <summary>A leased message.</summary>
/// <param name="Id">The message's identity.</param>
/// <param name="Body">What was put.</param>
/// <param name="DequeueCount">How often it was received, this time included; 1 or more.</param>
/// <param name="PopReceipt">Proof of the lease; dies when the lease runs out or is renewed.</param>
public sealed record QueueMessage(string Id, string Body, int DequeueCount, string PopReceipt);
