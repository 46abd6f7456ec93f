using PaymentBot.Cards.Layout;

namespace PaymentBot.Cards;

/// <summary>Turns a snapshot and a recipient into a card. Pure: the same context always gives the same card.</summary>
public static class CardRenderer
{
    /// <summary>
    /// The card of one chat. Its text is well-formed Telegram HTML of at most <see cref="CardContext.MaxLength"/> code points after
    /// entity parsing, 32,768 bytes before it and 100 entities
    /// (https://core.telegram.org/bots/api#html-style), whatever the ERP sent: less important parts are shortened or counted first;
    /// amount, what the reader has to do, marks, payee and the beginning of the purpose stay.
    /// </summary>
    /// <param name="context">All that the card depends on.</param>
    /// <returns>Text and buttons. The text holds no characters that steer the direction of other text, except isolates
    /// (U+2068, U+2069) in pairs around text written from right to left.</returns>
    public static Card Render(CardContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var state = new CardState(context);
        return new Card(CardText.Write(context, state), Keyboard.For(context, state));
    }
}
