using System.Globalization;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Words;

namespace PaymentBot.Cards.Inbox;

/// <summary>Shows a person's settings and the choices behind them. Every choice leads back. Pure.</summary>
public static class SettingsScreen
{
    private const int ZonesInRow = 2;

    private static readonly string[] Hours = ["20:00-8:00", "21:00-9:00", "22:00-8:00", "23:00-7:00"];

    private static readonly string[] Zones =
    [
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
        "Asia/Magadan",
        "Asia/Kamchatka",
        "Europe/London",
    ];

    /// <summary>The settings themselves.</summary>
    /// <param name="view">What holds now.</param>
    public static Screen Main(SettingsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var phrases = WordsOf(view);
        var writer = new HtmlWriter();
        writer.Bold(phrases.Title).NewLine();
        writer.NewLine().Text(phrases.Language(view.LanguageChosen));
        writer.NewLine().Text(phrases.Sound(view.Silent));
        writer.NewLine().Text(phrases.QuietHours(Dashed(view.QuietHours)));
        writer.NewLine().Text(phrases.TimeZone(NameOf(view, view.TimeZone), view.TimeZoneChosen));
        writer.NewLine().NewLine().Text(phrases.NeverDelayed);
        return new Screen(
            writer.ToString(),
            [
                [
                    Button(phrases.LanguageButton, SettingsData.Language),
                    Button(
                        phrases.SoundButton(view.Silent),
                        SettingsData.Sound,
                        view.Silent ? SettingsData.On : SettingsData.Off
                    ),
                ],
                [
                    Button(phrases.QuietHoursButton, SettingsData.QuietHours),
                    Button(phrases.TimeZoneButton, SettingsData.TimeZone),
                ],
            ]
        );
    }

    /// <summary>The languages.</summary>
    /// <param name="view">What holds now.</param>
    public static Screen Languages(SettingsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var phrases = WordsOf(view);
        return new Screen(
            HtmlWriter.Escape(phrases.ChooseLanguage),
            [
                [Button(phrases.AsInTelegram, SettingsData.Language, SettingsData.Auto)],
                [
                    Button("Русский", SettingsData.Language, LanguageTags.CodeOf(Language.Russian)),
                    Button("English", SettingsData.Language, LanguageTags.CodeOf(Language.English)),
                ],
                [Button(phrases.Back, SettingsData.Main)],
            ]
        );
    }

    /// <summary>The quiet hours.</summary>
    /// <param name="view">What holds now.</param>
    public static Screen QuietHours(SettingsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var phrases = WordsOf(view);
        var hours = Hours.Select(text => Button(Dashed(text)!, SettingsData.QuietHours, DataOf(text)));
        return new Screen(
            HtmlWriter.Escape(phrases.ChooseQuietHours),
            [
                .. hours.Chunk(ZonesInRow),
                [Button(phrases.NoQuietHours, SettingsData.QuietHours, SettingsData.Off)],
                [Button(phrases.Back, SettingsData.Main)],
            ]
        );
    }

    /// <summary>The time zones that are offered.</summary>
    /// <param name="view">What holds now.</param>
    public static Screen TimeZones(SettingsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var phrases = WordsOf(view);
        var zones = Zones
            .Select(id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null)
            .OfType<TimeZoneInfo>()
            .Select(zone => Button(NameOf(view, zone), SettingsData.TimeZone, zone.Id));
        var company = phrases.CompanyTimeZone(NameOf(view, view.CompanyTimeZone));
        return new Screen(
            HtmlWriter.Escape(phrases.ChooseTimeZone),
            [
                [Button(company, SettingsData.TimeZone, SettingsData.Auto)],
                .. zones.Chunk(ZonesInRow),
                [Button(phrases.Back, SettingsData.Main)],
            ]
        );
    }

    private static ISettingsPhrases WordsOf(SettingsView view) => Phrases.For(view.Language).Inbox.Settings;

    private static ScreenButton Button(string text, string verb, string? argument = null) =>
        new(text, SettingsData.Of(verb, argument));

    /// <summary>Colons part the words of a button's data.</summary>
    private static string DataOf(string hours) => hours.Replace(':', '.');

    private static string? Dashed(string? hours) => hours?.Replace('-', '–');

    private static string NameOf(SettingsView view, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(view.Now);
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var hours = offset.Duration().ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);
        return $"{WordsOf(view).Zone(zone.Id)} (UTC{sign}{hours})";
    }
}

/// <summary>A person's settings as they are shown.</summary>
public sealed record SettingsView
{
    /// <summary>The language in force.</summary>
    public required Language Language { get; init; }

    /// <summary>Whether the reader chose it.</summary>
    public bool LanguageChosen { get; init; }

    /// <summary>Whether cards make no sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The quiet hours such as <c>22:00-8:00</c>, or null.</summary>
    public string? QuietHours { get; init; }

    /// <summary>The zone in force.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Whether the reader chose it.</summary>
    public bool TimeZoneChosen { get; init; }

    /// <summary>The company's zone.</summary>
    public required TimeZoneInfo CompanyTimeZone { get; init; }

    /// <summary>Now, for what a zone's clock is ahead.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What the buttons of the settings carry: <c>s:&lt;verb&gt;[:&lt;argument&gt;]</c>.</summary>
public static class SettingsData
{
    /// <summary>What all of it begins with.</summary>
    public const string Prefix = "s";

    /// <summary>Shows the settings.</summary>
    public const string Main = "m";

    /// <summary>Shows the languages, or takes one.</summary>
    public const string Language = "l";

    /// <summary>Turns the sound <see cref="On"/> or <see cref="Off"/>.</summary>
    public const string Sound = "n";

    /// <summary>Shows the quiet hours, or takes some: <c>22.00-8.00</c> or <see cref="Off"/>.</summary>
    public const string QuietHours = "q";

    /// <summary>Shows the time zones, or takes one by its IANA name.</summary>
    public const string TimeZone = "z";

    /// <summary>The argument that gives up a choice of one's own.</summary>
    public const string Auto = "auto";

    /// <summary>The argument that turns on.</summary>
    public const string On = "on";

    /// <summary>The argument that turns off.</summary>
    public const string Off = "off";

    /// <summary>The data of a button.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="argument">Its argument, or null; no colons.</param>
    public static string Of(string verb, string? argument = null) =>
        argument is null ? $"{Prefix}:{verb}" : $"{Prefix}:{verb}:{argument}";
}
