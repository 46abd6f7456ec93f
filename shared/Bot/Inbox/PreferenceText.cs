using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Shows the settings, and takes quiet hours and time zones that people write themselves.</summary>
/// <param name="changes">Stores choices.</param>
/// <param name="settings">The company's zone.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class PreferenceText(PreferenceChanges changes, CardSettings settings, TimeProvider timeProvider)
{
    /// <summary>The settings as they are.</summary>
    /// <param name="actor">The person.</param>
    public Screen Show(Actor actor) => SettingsScreen.Main(ViewOf(actor));

    /// <summary>What the settings of a person show.</summary>
    /// <param name="actor">The person.</param>
    public SettingsView ViewOf(Actor actor) => SettingsViews.Of(actor, settings.TimeZone, timeProvider.GetUtcNow());

    /// <summary>Takes a message that says quiet hours or a time zone, and nothing else.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="text">The message, or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to show, or null when the message is about anything else.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<Screen?> TakeAsync(Actor actor, string? text, CancellationToken cancellationToken)
    {
        if (QuietHoursText.Read(text) is not { } said)
        {
            return null;
        }

        if (said.UnknownZone is { } unknown)
        {
            return Screen.Of(actor.Phrases.Inbox.Settings.UnknownZone(unknown));
        }

        var now = await changes.SaveAsync(
            actor,
            former =>
                former with
                {
                    QuietHours = said.Hours ?? former.QuietHours,
                    TimeZone = said.TimeZone ?? former.TimeZone,
                },
            cancellationToken
        );
        return Show(now);
    }
}
