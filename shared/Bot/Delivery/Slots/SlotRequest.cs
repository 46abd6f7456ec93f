namespace PaymentBot.Bot.Delivery.Slots;

/// <summary>A wish for a send slot.</summary>
/// <param name="ChatId">The chat; a negative id is a group or channel.</param>
/// <param name="Weight">How many messages go at once, 1 or more: an album counts each of its items.</param>
public sealed record SlotRequest(long ChatId, int Weight = 1)
{
    /// <summary>Stands for a chat that is not known, as that of an inline message: only the bot's own slot is taken.</summary>
    public const long NoChat = 0;
}
