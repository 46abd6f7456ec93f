namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>
/// A request body that remembers whether Telegram may have received it as a whole. The handler writes the body only once a
/// connection stands, so a failure before that moment can be repeated safely; a failure after it has an unknown outcome.
/// </summary>
internal abstract class RequestBody : HttpContent
{
    /// <summary>Telegram may have acted on the request.</summary>
    public bool MayHaveArrived { get; protected set; }
}
