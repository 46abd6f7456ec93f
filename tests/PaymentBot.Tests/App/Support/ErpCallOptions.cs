namespace PaymentBot.Tests.App.Support;

/// <summary>How a call of the ERP differs from a proper one.</summary>
internal sealed record ErpCallOptions
{
    public string? WebhookId { get; init; }

    public string? Key { get; init; }

    public TimeSpan ClockOff { get; init; }

    public string? Signature { get; init; }

    public string Language { get; init; } = "ru";

    public byte[]? SignedBody { get; init; }
}
