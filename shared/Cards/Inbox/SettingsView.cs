namespace PaymentBot.Cards.Inbox;

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
