using PaymentBot.Bot.People;

namespace PaymentBot.Bot.Inbox;

/// <summary>
/// What a message says about quiet hours and time zone: <c>22:00-8:00</c>, <c>22:00-8:00 Europe/Moscow</c>, <c>Europe/Moscow</c>. Such a text means the same whenever
/// it is written, so no question has to be open for it, and none can be left open.
/// </summary>
/// <param name="Hours">The quiet hours, or null when only a zone was written.</param>
/// <param name="TimeZone">The zone, or null when none was written that is known.</param>
/// <param name="UnknownZone">What was written in place of a zone, or null.</param>
public sealed record QuietHoursText(QuietHours? Hours, string? TimeZone, string? UnknownZone)
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The text, or null.</param>
    /// <returns>What it says, or null when it is about anything else.</returns>
    public static QuietHoursText? Read(string? text)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        if (QuietHours.Parse(trimmed) is { } alone)
        {
            return new QuietHoursText(alone, null, null);
        }

        var space = trimmed.LastIndexOf(' ');
        if (space < 0)
        {
            return trimmed.Contains('/', StringComparison.Ordinal) && TimeZoneName.Read(trimmed) is { } only
                ? new QuietHoursText(null, only, null)
                : null;
        }

        if (QuietHours.Parse(trimmed[..space]) is not { } hours)
        {
            return null;
        }

        var written = trimmed[(space + 1)..];
        return TimeZoneName.Read(written) is { } zone
            ? new QuietHoursText(hours, zone, null)
            : new QuietHoursText(null, null, written);
    }
}
