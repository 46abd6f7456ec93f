namespace PaymentBot.Sandbox.Erp;

/// <summary>A snapshot that still has to reach the bot.</summary>
/// <param name="WebhookId">The same on every attempt.</param>
internal sealed record OutboxMessage(string RequestId, long Revision, string WebhookId, byte[] Body);
