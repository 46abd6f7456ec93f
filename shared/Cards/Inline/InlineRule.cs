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
