namespace PaymentBot.Cards.Inline;

/// <summary>How a card that was sent from an inline query was allowed to look when it was sent. The texts are stored: never rename.</summary>
public enum InlineView
{
    /// <summary>Without amount, payee and purpose.</summary>
    Masked,

    /// <summary>With all of it, in some chat.</summary>
    Full,

    /// <summary>With all of it, in the sender's own chat with the bot.</summary>
    Own,
}
