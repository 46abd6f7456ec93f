namespace PaymentBot.Bot.Telegram.Types;

/// <summary>How updates reach the bot, and what went wrong last.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#webhookinfo.</remarks>
public sealed record WebhookInfo
{
    /// <summary>Where updates go; empty when no webhook is set.</summary>
    public required string Url { get; init; }

    /// <summary>A certificate was uploaded.</summary>
    public required bool HasCustomCertificate { get; init; }

    /// <summary>Updates that wait.</summary>
    public required int PendingUpdateCount { get; init; }

    /// <summary>The address in use.</summary>
    public string? IpAddress { get; init; }

    /// <summary>When a delivery failed last, in Unix seconds.</summary>
    public long? LastErrorDate { get; init; }

    /// <summary>Why, such as <c>Wrong response from the webhook: 500 Internal Server Error</c>.</summary>
    public string? LastErrorMessage { get; init; }

    /// <summary>When Telegram could not synchronise with its data centres last, in Unix seconds.</summary>
    public long? LastSynchronizationErrorDate { get; init; }

    /// <summary>Deliveries at the same time, 1 to 100.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>The kinds of update asked for; null for the default set.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
