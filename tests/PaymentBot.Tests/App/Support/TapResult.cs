namespace PaymentBot.Tests.App.Support;

/// <summary>What a tap brought: the status of the webhook call and the toast.</summary>
internal sealed record TapResult(int Status, string? Toast);
