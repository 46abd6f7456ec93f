using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>How one delivery of an update ended.</summary>
/// <param name="Error">What getWebhookInfo says about it; null after success.</param>
/// <param name="RetryAfter">What the bot asked for, or null.</param>
/// <param name="Reply">A method call in the body of the answer, or null.</param>
internal sealed record WebhookAttempt(string? Error, TimeSpan? RetryAfter = null, JsonObject? Reply = null);
