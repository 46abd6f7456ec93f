namespace PaymentBot.Bot.Delivery;

/// <summary>How patient delivery is.</summary>
/// <param name="UnknownGrace">How long to wait before a card whose first sending had no answer is sent again; 0 or more, by default a minute.</param>
/// <param name="FilesGrace">How long the card of a group waits for the files of its request; 0 or more, by default 30 seconds.</param>
public sealed record DeliveryOptions(TimeSpan UnknownGrace, TimeSpan FilesGrace)
{
    /// <summary>The defaults.</summary>
    public static DeliveryOptions Default { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30));
}
