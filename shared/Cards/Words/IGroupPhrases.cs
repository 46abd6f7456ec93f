using PaymentBot.Cards.Groups;

namespace PaymentBot.Cards.Words;

/// <summary>
/// What the bot says about groups, in one language: Telegram HTML, arguments escaped and shortened, far below 4,096 code points. Members never
/// throw; arguments may be any text from outside.
/// </summary>
public interface IGroupPhrases
{
    // In the group

    /// <summary>The key is bound to this place.</summary>
    /// <param name="key">The key.</param>
    /// <param name="redaction">How much the cards show.</param>
    string Bound(string key, Redaction redaction);

    /// <summary>The key was bound here already; from now on the cards show more or less.</summary>
    /// <param name="key">The key.</param>
    /// <param name="redaction">How much the cards show.</param>
    string RedactionChanged(string key, Redaction redaction);

    /// <summary>The key was bound here just so already.</summary>
    /// <param name="key">The key.</param>
    /// <param name="redaction">How much the cards show.</param>
    string BoundAlready(string key, Redaction redaction);

    /// <summary>The key is bound to another place. Does not tell which.</summary>
    /// <param name="key">The key.</param>
    string BoundElsewhere(string key);

    /// <summary>Another key is bound to this place.</summary>
    /// <param name="key">That key.</param>
    string PlaceTaken(string key);

    /// <summary>The key stands in the settings, which only an operator changes.</summary>
    /// <param name="key">The key.</param>
    string SetByOperator(string key);

    /// <summary>The key is no longer bound to this place.</summary>
    /// <param name="key">The key.</param>
    string Unbound(string key);

    /// <summary>Nothing is bound to this place. Also the answer to /where.</summary>
    string NothingBound { get; }

    /// <summary>Answer to /where: what is bound here.</summary>
    /// <param name="key">The key.</param>
    /// <param name="redaction">How much the cards show.</param>
    /// <param name="bySettings">Whether the settings say so.</param>
    string Where(string key, Redaction redaction, bool bySettings);

    /// <summary>How to write /bind: what is missing or not understood in it.</summary>
    string HowToBind { get; }

    /// <summary>The sender may not bind or unbind. Does not tell what is missing.</summary>
    string NotAllowed { get; }

    /// <summary>Telegram did not tell whether the sender is an administrator.</summary>
    string CannotCheck { get; }

    /// <summary>A command in the name of the group or of a channel.</summary>
    string Anonymous { get; }

    /// <summary>Answer to /help and /start in a group. <paramref name="url"/> opens the private chat.</summary>
    /// <param name="url">The address.</param>
    string Help(string url);

    // On cards: plain text

    /// <summary>On a card whose group is no longer bound.</summary>
    string NotFollowed { get; }

    /// <summary>On a card of a group that does not get the files: so many, and where they are.</summary>
    /// <param name="count">1 or more.</param>
    string FilesInPrivateChat(int count);

    // To operators

    /// <summary>A key was bound.</summary>
    /// <param name="key">The key.</param>
    /// <param name="title">The group's name.</param>
    /// <param name="redaction">How much the cards show.</param>
    /// <param name="who">Who did it.</param>
    string OperatorBound(string key, string title, Redaction redaction, string who);

    /// <summary>A key was unbound.</summary>
    /// <param name="key">The key.</param>
    /// <param name="title">The group's name.</param>
    /// <param name="who">Who did it.</param>
    string OperatorUnbound(string key, string title, string who);

    /// <summary>Cards no longer reach a group.</summary>
    /// <param name="keys">The keys bound to it.</param>
    /// <param name="trouble">Why.</param>
    string OperatorTrouble(string keys, GroupTrouble trouble);

    /// <summary>Cards reach a group again.</summary>
    /// <param name="keys">The keys bound to it.</param>
    string OperatorTroubleOver(string keys);

    /// <summary>A group became a supergroup.</summary>
    /// <param name="keys">The keys bound to it.</param>
    /// <param name="chatId">The new chat id.</param>
    string OperatorMoved(string keys, long chatId);
}
