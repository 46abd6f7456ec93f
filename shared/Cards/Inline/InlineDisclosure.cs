namespace PaymentBot.Cards.Inline;

/// <summary>How much a card that is sent from an inline query into some chat may disclose. The texts are settings: never rename.</summary>
public enum InlineDisclosure
{
    /// <summary>Neither amount nor payee nor purpose, unless the chat is the asker's own chat with the bot.</summary>
    Masked,

    /// <summary>Amount, payee and purpose, in whatever chat.</summary>
    Full,

    /// <summary>Nothing can be searched for from chats.</summary>
    Off,
}
