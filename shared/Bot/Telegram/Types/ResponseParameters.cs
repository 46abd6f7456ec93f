namespace PaymentBot.Bot.Telegram.Types;

/// <summary>What Telegram adds to some errors.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#responseparameters.</remarks>
public sealed record ResponseParameters
{
    /// <summary>The group lives on as this supergroup, up to 52 bits.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>Seconds to wait.</summary>
    public int? RetryAfter { get; init; }
}
