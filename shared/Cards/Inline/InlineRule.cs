namespace PaymentBot.Cards.Inline;

/// <summary>What a card from an inline query may show. Pure, and it fails closed: what is not known to be allowed is masked.</summary>
public static class InlineRule
{
    /// <summary>What a card may show that is about to be chosen.</summary>
    /// <param name="disclosure">The setting.</param>
    /// <param name="ownChat">Whether it will lie in the asker's own chat with the bot; false when that is not known.</param>
    public static InlineView ViewFor(InlineDisclosure disclosure, bool ownChat)
    {
        if (disclosure == InlineDisclosure.Off)
        {
            return InlineView.Masked;
        }

        if (ownChat)
        {
            return InlineView.Own;
        }

        return disclosure == InlineDisclosure.Full ? InlineView.Full : InlineView.Masked;
    }

    /// <summary>Whether a card that was sent shows amount, payee and purpose now: never more than when it was sent, and never more than the setting allows now.</summary>
    /// <param name="view">As it was sent.</param>
    /// <param name="disclosure">The setting now.</param>
    public static bool ShowsAll(InlineView view, InlineDisclosure disclosure) =>
        view switch
        {
            InlineView.Own => disclosure != InlineDisclosure.Off,
            InlineView.Full => disclosure == InlineDisclosure.Full,
            _ => false,
        };
}

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
