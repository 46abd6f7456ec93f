namespace PaymentBot.Bot.Conversation;

/// <summary>A tap on a button of a menu.</summary>
/// <param name="UpdateId">The update it came in.</param>
/// <param name="Actor">Who tapped, in the private chat with the bot.</param>
/// <param name="MessageId">The message with the menu.</param>
/// <param name="Text">The text of that message without markup, or null when Telegram no longer tells it.</param>
/// <param name="Words">What stands after the prefix, split at colons: the verb, then its arguments. Anybody can make them up.</param>
public sealed record MenuTap(long UpdateId, Actor Actor, long MessageId, string? Text, IReadOnlyList<string> Words)
{
    /// <summary>What to do; empty when the data named nothing.</summary>
    public string Verb => Words.Count == 0 ? string.Empty : Words[0];

    /// <summary>The arguments of the verb.</summary>
    /// <param name="index">0 for the first.</param>
    /// <returns>The argument, or null when there is none.</returns>
    public string? Argument(int index) => index + 1 < Words.Count ? Words[index + 1] : null;
}
