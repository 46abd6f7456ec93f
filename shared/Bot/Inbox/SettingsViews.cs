using PaymentBot.Bot.Conversation;
using PaymentBot.Cards.Inbox;

namespace PaymentBot.Bot.Inbox;

/// <summary>From a person's choices to what the settings show.</summary>
public static class SettingsViews
{
    /// <summary>The settings of a person.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="company">The company's zone.</param>
    /// <param name="now">Now.</param>
    public static SettingsView Of(Actor actor, TimeZoneInfo company, DateTimeOffset now)
    {
        var preferences = actor.Link.Preferences;
        return new SettingsView
        {
            Language = actor.Phrases.Language,
            LanguageChosen = preferences.Language is not null,
            Silent = preferences.Silent,
            QuietHours = preferences.QuietHours?.ToString(),
            TimeZone = preferences.ZoneOr(company),
            TimeZoneChosen = preferences.TimeZone is not null,
            CompanyTimeZone = company,
            Now = now,
        };
    }
}
