namespace PaymentBot.Cards.Words;

/// <summary>
/// What is said about searching from any chat, in one language. Buttons are plain text of at most 64 characters; notes are plain text that goes into a card; the guide is
/// Telegram HTML. Members never throw.
/// </summary>
public interface IInlinePhrases
{
    // Above the list of results

    /// <summary>The button for somebody who is not linked: leads to signing in.</summary>
    string SignInButton { get; }

    /// <summary>The button for somebody who has blocked the bot: leads to the private chat.</summary>
    string UnblockButton { get; }

    /// <summary>The button when nothing was found: leads to <see cref="Guide"/>.</summary>
    string NothingFoundButton { get; }

    /// <summary>The button when too much would have to be looked through: leads to <see cref="Guide"/>.</summary>
    string TooMuchButton { get; }

    /// <summary>The button when searching from chats is switched off: leads to the private chat.</summary>
    string OffButton { get; }

    // In the list and on the card

    /// <summary>Under a result: what the chat will not see.</summary>
    string MaskedHint { get; }

    /// <summary>On a card: where to see what it does not show.</summary>
    string MaskedNote { get; }

    /// <summary>On a card that no longer follows its request.</summary>
    string EndedNote { get; }

    // In the private chat

    /// <summary>The button that goes on searching, in the chat where the search was begun.</summary>
    string SearchButton { get; }

    /// <summary>How to search. <paramref name="bot"/> is the bot's user name without @.</summary>
    string Guide(string bot);
}
