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
