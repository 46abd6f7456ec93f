namespace PaymentBot.Sandbox;

/// <summary>Something a watcher may want to look at again.</summary>
/// <param name="Kind">What changed: <c>message</c>, <c>tap</c>, <c>update</c>, <c>person</c>, <c>document</c>, <c>faults</c>, <c>clock</c> or <c>reset</c>.</param>
/// <param name="ChatId">The chat it happened in, if any.</param>
/// <param name="RequestId">The payment request it concerns, if any.</param>
internal sealed record SandboxChange(string Kind, long? ChatId = null, string? RequestId = null);
