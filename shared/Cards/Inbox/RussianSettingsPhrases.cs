using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Inbox;

/// <summary>The settings in Russian.</summary>
public sealed class RussianSettingsPhrases : ISettingsPhrases
{
    /// <inheritdoc />
    public string Title => "Настройки";

    /// <inheritdoc />
    public string NeverDelayed =>
        "Заявки всегда приходят сразу: платёж может быть срочным. В тихие часы они приходят без звука.";

    /// <inheritdoc />
    public string LanguageButton => "🌐 Язык";

    /// <inheritdoc />
    public string QuietHoursButton => "🌙 Тихие часы";

    /// <inheritdoc />
    public string TimeZoneButton => "🕓 Часовой пояс";

    /// <inheritdoc />
    public string Back => "← Назад";

    /// <inheritdoc />
    public string ChooseLanguage => "На каком языке писать вам?";

    /// <inheritdoc />
    public string AsInTelegram => "Как в Telegram";

    /// <inheritdoc />
    public string ChooseQuietHours =>
        "В тихие часы заявки приходят как обычно, только без звука.\n\n"
        + "Выберите часы или напишите свои, например: 22:30-7:45. Можно сразу с часовым поясом: 22:30-7:45 Asia/Omsk.";

    /// <inheritdoc />
    public string NoQuietHours => "Без тихих часов";

    /// <inheritdoc />
    public string ChooseTimeZone =>
        "По этому поясу идут тихие часы и время на карточках.\n\n"
        + "Выберите пояс или напишите название из базы IANA, например: Asia/Tokyo.";

    /// <inheritdoc />
    public string Saved => "Сохранено";

    /// <inheritdoc />
    public string Language(bool chosen) => chosen ? "Язык: русский" : "Язык: русский, как в Telegram";

    /// <inheritdoc />
    public string Sound(bool silent) => silent ? "Звук: выключен" : "Звук: включён";

    /// <inheritdoc />
    public string QuietHours(string? hours) => hours is null ? "Тихие часы: нет" : $"Тихие часы: {hours}";

    /// <inheritdoc />
    public string TimeZone(string zone, bool chosen) =>
        chosen ? $"Часовой пояс: {zone}" : $"Часовой пояс: {zone}, как в компании";

    /// <inheritdoc />
    public string SoundButton(bool silent) => silent ? "🔔 Включить звук" : "🔕 Выключить звук";

    /// <inheritdoc />
    public string CompanyTimeZone(string zone) => $"Как в компании: {zone}";

    /// <inheritdoc />
    public string Zone(string id) =>
        id switch
        {
            "Europe/Kaliningrad" => "Калининград",
            "Europe/Moscow" => "Москва",
            "Europe/Samara" => "Самара",
            "Asia/Yekaterinburg" => "Екатеринбург",
            "Asia/Omsk" => "Омск",
            "Asia/Krasnoyarsk" => "Красноярск",
            "Asia/Irkutsk" => "Иркутск",
            "Asia/Yakutsk" => "Якутск",
            "Asia/Vladivostok" => "Владивосток",
            "Asia/Magadan" => "Магадан",
            "Asia/Kamchatka" => "Камчатка",
            "Europe/London" => "Лондон",
            _ => id,
        };

    /// <inheritdoc />
    public string UnknownZone(string zone) =>
        $"Часовой пояс «{PhraseText.Html(zone)}» боту не знаком, ничего не изменилось. Напишите название из базы IANA, например: 22:30-7:45 Asia/Omsk";
}
