using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Inbox;

/// <summary>The settings in English.</summary>
public sealed class EnglishSettingsPhrases : ISettingsPhrases
{
    /// <inheritdoc />
    public string Title => "Settings";

    /// <inheritdoc />
    public string NeverDelayed =>
        "Requests always come at once: a payment may be urgent. In quiet hours they come without a sound.";

    /// <inheritdoc />
    public string LanguageButton => "🌐 Language";

    /// <inheritdoc />
    public string QuietHoursButton => "🌙 Quiet hours";

    /// <inheritdoc />
    public string TimeZoneButton => "🕓 Time zone";

    /// <inheritdoc />
    public string Back => "← Back";

    /// <inheritdoc />
    public string ChooseLanguage => "Which language should the bot speak to you?";

    /// <inheritdoc />
    public string AsInTelegram => "As in Telegram";

    /// <inheritdoc />
    public string ChooseQuietHours =>
        "In quiet hours requests come as always, but without a sound.\n\n"
        + "Choose the hours or write your own, such as 22:30-7:45. You can add a time zone: 22:30-7:45 Asia/Omsk.";

    /// <inheritdoc />
    public string NoQuietHours => "No quiet hours";

    /// <inheritdoc />
    public string ChooseTimeZone =>
        "Quiet hours and the times on requests follow this zone.\n\n"
        + "Choose one or write a name out of the IANA database, such as Asia/Tokyo.";

    /// <inheritdoc />
    public string Saved => "Saved";

    /// <inheritdoc />
    public string Language(bool chosen) => chosen ? "Language: English" : "Language: English, as in Telegram";

    /// <inheritdoc />
    public string Sound(bool silent) => silent ? "Sound: off" : "Sound: on";

    /// <inheritdoc />
    public string QuietHours(string? hours) => hours is null ? "Quiet hours: none" : $"Quiet hours: {hours}";

    /// <inheritdoc />
    public string TimeZone(string zone, bool chosen) =>
        chosen ? $"Time zone: {zone}" : $"Time zone: {zone}, as in the company";

    /// <inheritdoc />
    public string SoundButton(bool silent) => silent ? "🔔 Turn sound on" : "🔕 Turn sound off";

    /// <inheritdoc />
    public string CompanyTimeZone(string zone) => $"As in the company: {zone}";

    /// <inheritdoc />
    public string Zone(string id) =>
        id switch
        {
            "Europe/Kaliningrad" => "Kaliningrad",
            "Europe/Moscow" => "Moscow",
            "Europe/Samara" => "Samara",
            "Asia/Yekaterinburg" => "Yekaterinburg",
            "Asia/Omsk" => "Omsk",
            "Asia/Krasnoyarsk" => "Krasnoyarsk",
            "Asia/Irkutsk" => "Irkutsk",
            "Asia/Yakutsk" => "Yakutsk",
            "Asia/Vladivostok" => "Vladivostok",
            "Asia/Magadan" => "Magadan",
            "Asia/Kamchatka" => "Kamchatka",
            "Europe/London" => "London",
            _ => id,
        };

    /// <inheritdoc />
    public string UnknownZone(string zone) =>
        $"The bot does not know the time zone “{PhraseText.Html(zone)}”, nothing has changed. It takes names out of the IANA database, such as 22:30-7:45 Asia/Omsk";
}
