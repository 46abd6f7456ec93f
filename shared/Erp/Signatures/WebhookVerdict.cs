namespace PaymentBot.Erp.Signatures;

/// <summary>What the check of a signed call found. Anything but <see cref="Valid"/> is answered with 401.</summary>
public enum WebhookVerdict
{
    /// <summary>A configured key signed exactly these bytes within the window.</summary>
    Valid,

    /// <summary>A header is absent or empty, or the id is not 1 to 256 printable ASCII characters without a full stop.</summary>
    MissingHeader,

    /// <summary>The timestamp is not a whole number of seconds.</summary>
    BadTimestamp,

    /// <summary>The timestamp is more than five minutes away from now, in the past or in the future.</summary>
    StaleTimestamp,

    /// <summary>No configured key made any of the signatures.</summary>
    BadSignature,
}
