namespace PaymentBot.Cards.Inbox;

/// <summary>What the settings say. Buttons are plain text of at most 64 characters, toasts of at most 200, the rest is plain text for <see cref="SettingsScreen"/>.</summary>
public interface ISettingsPhrases
{
    /// <summary>The heading.</summary>
    string Title { get; }

    /// <summary>The language in force; <paramref name="chosen"/> tells whether the reader chose it.</summary>
    string Language(bool chosen);

    /// <summary>Whether cards make a sound.</summary>
    string Sound(bool silent);

    /// <summary>The quiet hours, or that there are none.</summary>
    string QuietHours(string? hours);

    /// <summary>The time zone; <paramref name="chosen"/> tells whether the reader chose it.</summary>
    string TimeZone(string zone, bool chosen);

    /// <summary>That quiet hours and silence never delay a card.</summary>
    string NeverDelayed { get; }

    /// <summary>Button to the languages.</summary>
    string LanguageButton { get; }

    /// <summary>Button that turns the sound on or off; <paramref name="silent"/> is what holds now.</summary>
    string SoundButton(bool silent);

    /// <summary>Button to the quiet hours.</summary>
    string QuietHoursButton { get; }

    /// <summary>Button to the time zones.</summary>
    string TimeZoneButton { get; }

    /// <summary>Button back to the settings.</summary>
    string Back { get; }

    /// <summary>Above the languages.</summary>
    string ChooseLanguage { get; }

    /// <summary>Button: the language Telegram reports.</summary>
    string AsInTelegram { get; }

    /// <summary>Above the quiet hours: what they do and how to write one's own.</summary>
    string ChooseQuietHours { get; }

    /// <summary>Button: no quiet hours.</summary>
    string NoQuietHours { get; }

    /// <summary>Above the time zones: what they are for and how to write another.</summary>
    string ChooseTimeZone { get; }

    /// <summary>Button: the company's time zone.</summary>
    string CompanyTimeZone(string zone);

    /// <summary>The name of a time zone that is offered, by its IANA name; the IANA name itself for any other.</summary>
    string Zone(string id);

    /// <summary>Toast: the choice holds.</summary>
    string Saved { get; }

    /// <summary>Telegram's HTML: a time zone that nobody knows was written; <paramref name="zone"/> is from outside.</summary>
    string UnknownZone(string zone);
}
