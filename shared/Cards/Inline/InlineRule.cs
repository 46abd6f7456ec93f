namespace PaymentBot.Cards.Inline;

/// <summary>What a card from an inline query may show. Pure, and it fails closed: what is not known to be allowed is masked.</summary>
public static class InlineRule
{
    /// <summary>Telegram's word for the chat of the asker with the bot itself (https://core.telegram.org/bots/api#inlinequery).</summary>
    public const string OwnChat = "sender";

    /// <summary>What a card may show that is about to be chosen.</summary>
    /// <param name="disclosure">The setting.</param>
    /// <param name="chatType">The kind of chat as the query tells it; null when it does not.</param>
    public static InlineView ViewFor(InlineDisclosure disclosure, string? chatType)
    {
        if (disclosure == InlineDisclosure.Off)
        {
            return InlineView.Masked;
        }

        if (string.Equals(chatType, OwnChat, StringComparison.Ordinal))
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
