using System.Globalization;
using System.Runtime.InteropServices;

namespace PaymentBot.Bot.People;

/// <summary>What a person has chosen in the bot's settings. Null and false are what holds for everybody.</summary>
public sealed record LinkPreferences
{
    /// <summary>Nothing chosen.</summary>
    public static LinkPreferences None { get; } = new();

    /// <summary>The language to speak, <c>ru</c> or <c>en</c>; null for the one Telegram reports.</summary>
    public string? Language { get; init; }

    /// <summary>Whether cards come without a sound at any time.</summary>
    public bool Silent { get; init; }

    /// <summary>When cards come without a sound, or null.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>The IANA name of the person's time zone, or null for the company's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The zone in which the person reads times.</summary>
    /// <param name="company">The company's zone, which is also taken when this machine does not know the chosen one.</param>
    public TimeZoneInfo ZoneOr(TimeZoneInfo company) =>
        TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : company;

    /// <summary>Whether a card sent now makes no sound.</summary>
    /// <param name="now">Now.</param>
    /// <param name="company">The company's zone.</param>
    public bool IsSilentAt(DateTimeOffset now, TimeZoneInfo company)
    {
        if (Silent || QuietHours is not { } hours)
        {
            return Silent;
        }

        var local = TimeZoneInfo.ConvertTime(now, ZoneOr(company));
        return hours.Contains(TimeOnly.FromTimeSpan(local.TimeOfDay));
    }
}

/// <summary>A time of day in which a person wants no sound, perhaps over midnight.</summary>
/// <param name="From">The first minute of it.</param>
/// <param name="To">The first minute after it; differs from <paramref name="From"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    private const string Form = "H:mm";

    /// <summary>Whether a time of day lies within.</summary>
    /// <param name="time">The time of day where the person is.</param>
    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    /// <summary>As people write it and <see cref="Parse"/> reads it, such as <c>22:00-8:00</c>.</summary>
    public override string ToString() =>
        $"{From.ToString(Form, CultureInfo.InvariantCulture)}-{To.ToString(Form, CultureInfo.InvariantCulture)}";

    /// <summary>Reads two times with minutes and a dash between them: <c>22:00-8:00</c>, <c>22.00 – 08.00</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The hours, or null when the text is anything else, or both times are the same.</returns>
    public static QuietHours? Parse(string? text)
    {
        var parts = text?.Split('-', '\u2013', '\u2014') ?? [];
        return parts.Length == 2 && ReadTime(parts[0]) is { } from && ReadTime(parts[1]) is { } to && from != to
            ? new QuietHours(from, to)
            : null;
    }

    private static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(
            text.Trim().Replace('.', ':'),
            Form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
}
