namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>What to do after a call to Telegram failed. A closed set.</summary>
public abstract record DeliveryVerdict
{
    private DeliveryVerdict() { }

    /// <summary>What was wanted is so already, or can no longer matter.</summary>
    public sealed record Done : DeliveryVerdict;

    /// <summary>Put the job back.</summary>
    /// <param name="Delay">How long to wait.</param>
    public sealed record PutBack(TimeSpan Delay) : DeliveryVerdict;

    /// <summary>A message was perhaps sent: note it, wait, and only then send again.</summary>
    public sealed record Unknown : DeliveryVerdict;

    /// <summary>The chat cannot be written to.</summary>
    public sealed record Unreachable : DeliveryVerdict;

    /// <summary>The message is gone: forget it and send a new one.</summary>
    public sealed record SendAnew : DeliveryVerdict;

    /// <summary>The chat has another id now.</summary>
    /// <param name="ChatId">The new id.</param>
    public sealed record Moved(long ChatId) : DeliveryVerdict;

    /// <summary>It will not get better by waiting.</summary>
    public sealed record GiveUp : DeliveryVerdict;
}
