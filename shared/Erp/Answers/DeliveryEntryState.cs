using System.Text.Json.Serialization;

namespace PaymentBot.Erp.Answers;

/// <summary>How far a card has come on its way to its recipient.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DeliveryEntryState>))]
public enum DeliveryEntryState
{
    /// <summary>Telegram accepted the card as it should look now.</summary>
    Delivered,

    /// <summary>It is still to be sent or brought up to date.</summary>
    Pending,

    /// <summary>The person has no Telegram account linked; the card follows once there is one.</summary>
    Unlinked,

    /// <summary>The recipient has blocked the bot, or the chat is gone.</summary>
    Unreachable,

    /// <summary>A send ran into a time-out, so nobody knows whether the card arrived.</summary>
    Unknown,

    /// <summary>Telegram refused the card for good.</summary>
    Failed,
}
