using PaymentBot.Storage;

namespace PaymentBot.Bot.Conversation;

/// <summary>
/// Buttons that are not about deciding: lists, settings, choices. Their <c>callback_data</c> is <c>&lt;prefix&gt;:&lt;verb&gt;[:&lt;argument&gt;…]</c>, at most 64
/// bytes and unsigned: whoever forges it gets what they could have asked for anyway, so a menu shows nobody more than the tapper may see.
/// </summary>
public interface IMenu
{
    /// <summary>What its data begins with, one or more lower-case letters, without the colon.</summary>
    string Prefix { get; }

    /// <summary>Works on one tap; <see cref="MenuTaps"/> sees to it that it does so once.</summary>
    /// <param name="tap">The tap, in the tapper's own private chat.</param>
    /// <param name="cancellationToken">Ends the work; it is done again when the update comes again.</param>
    /// <returns>The words for the tapper, and what is to be delivered.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    Task<TapAnswer> TapAsync(MenuTap tap, CancellationToken cancellationToken);
}
