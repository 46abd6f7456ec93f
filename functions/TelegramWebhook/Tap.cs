using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.Jobs;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>A tap that proved genuine: the button is ours, and the tapper is the one it was made for.</summary>
/// <param name="Actor">Who tapped.</param>
/// <param name="Button">What the button says.</param>
/// <param name="MessageId">The card that was tapped.</param>
/// <param name="Recipient">The row of that card.</param>
internal sealed record Tap(Actor Actor, ButtonData Button, long MessageId, string Recipient)
{
    /// <summary>Words, and the card made right.</summary>
    /// <param name="toast">The words.</param>
    public TapAnswer Answer(string toast) => new(toast, DeliveryJob.EditCard(Button.Request.Value, Recipient));
}
