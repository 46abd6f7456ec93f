using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;

namespace PaymentBot.Bot.Deciding;

/// <summary>A tap that proved genuine: the button is ours, and the tapper is the one it was made for.</summary>
/// <param name="UpdateId">The update it came in.</param>
/// <param name="Actor">Who tapped.</param>
/// <param name="Button">What the button says.</param>
/// <param name="MessageId">The card that was tapped.</param>
/// <param name="Recipient">The row of that card.</param>
public sealed record Tap(long UpdateId, Actor Actor, ButtonData Button, long MessageId, string Recipient)
{
    /// <summary>The job that makes the tapped card right.</summary>
    public DeliveryJob CardJob => DeliveryJob.EditCard(Button.Request.Value, Recipient);

    /// <summary>Words, and the card made right.</summary>
    /// <param name="toast">The words.</param>
    public TapAnswer Answer(string toast) => new(toast, CardJob);
}
