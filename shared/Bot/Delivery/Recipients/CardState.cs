namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>How the card of one recipient is doing. The texts are stored: never rename.</summary>
public enum CardState
{
    /// <summary>Still to be sent for the first time, or to be sent anew.</summary>
    Pending,

    /// <summary>It is in the chat.</summary>
    Delivered,

    /// <summary>The person has no linked Telegram account.</summary>
    Unlinked,

    /// <summary>The chat cannot be written to.</summary>
    Unreachable,

    /// <summary>A message was sent and no answer came: perhaps it is there.</summary>
    Unknown,

    /// <summary>It was given up after a permanent fault; the error says which.</summary>
    Failed,
}
