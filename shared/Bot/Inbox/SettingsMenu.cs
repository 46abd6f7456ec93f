using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;

namespace PaymentBot.Bot.Inbox;

/// <summary>The buttons of /settings. Each tap changes the message in place: to a choice, and from there back to the settings as they are then.</summary>
/// <param name="settings">Shows the settings.</param>
/// <param name="changes">Stores choices.</param>
/// <param name="dialogues">What a person may have begun to write.</param>
public sealed class SettingsMenu(PreferenceText settings, PreferenceChanges changes, DialogueFlow dialogues) : IMenu
{
    /// <inheritdoc />
    public string Prefix => SettingsData.Prefix;

    /// <inheritdoc />
    public async Task<TapAnswer> TapAsync(MenuTap tap, CancellationToken cancellationToken)
    {
        var argument = tap.Argument(0);
        if (argument is not null && ChoiceOf(tap.Verb, argument) is { } choose)
        {
            var now = await changes.SaveAsync(tap.Actor, choose, cancellationToken);
            return Answer(tap, now.Phrases.Inbox.Settings.Saved, settings.Show(now));
        }

        if (IsAbout(tap, SettingsData.QuietHours) || IsAbout(tap, SettingsData.TimeZone))
        {
            // What is written next is meant for the settings, not as the reason of a rejection begun before.
            await dialogues.CloseAsync(tap.Actor, cancellationToken);
        }

        return Answer(tap, string.Empty, ScreenOf(tap));
    }

    private static bool IsAbout(MenuTap tap, string verb) => string.Equals(tap.Verb, verb, StringComparison.Ordinal);

    private static TapAnswer Answer(MenuTap tap, string toast, Screen screen) =>
        new(toast, DeliveryJob.Show(tap.Actor.TelegramUserId, screen, tap.MessageId));

    /// <summary>What a tap chooses, or null when it chooses nothing that there is.</summary>
    private static Func<LinkPreferences, LinkPreferences>? ChoiceOf(string verb, string argument) =>
        (verb, argument) switch
        {
            (SettingsData.Language, SettingsData.Auto) => former => former with { Language = null },
            (SettingsData.Language, "ru" or "en") => former => former with { Language = argument },
            (SettingsData.Sound, SettingsData.On) => former => former with { Silent = false },
            (SettingsData.Sound, SettingsData.Off) => former => former with { Silent = true },
            (SettingsData.QuietHours, SettingsData.Off) => former => former with { QuietHours = null },
            (SettingsData.QuietHours, _) when QuietHours.Parse(argument) is { } hours => former =>
                former with
                {
                    QuietHours = hours,
                },
            (SettingsData.TimeZone, SettingsData.Auto) => former => former with { TimeZone = null },
            (SettingsData.TimeZone, _) when TimeZoneName.Read(argument) is { } zone => former =>
                former with
                {
                    TimeZone = zone,
                },
            _ => null,
        };

    private Screen ScreenOf(MenuTap tap)
    {
        var view = settings.ViewOf(tap.Actor);
        return tap.Verb switch
        {
            SettingsData.Language => SettingsScreen.Languages(view),
            SettingsData.QuietHours => SettingsScreen.QuietHours(view),
            SettingsData.TimeZone => SettingsScreen.TimeZones(view),
            _ => SettingsScreen.Main(view),
        };
    }
}
