namespace PaymentBot.Erp.People;

/// <summary>Where people are looked up. The key and the time-out are those of <see cref="ErpClientOptions"/>.</summary>
public sealed class ErpPeopleClientOptions
{
    /// <summary>The absolute http or https address that knows a person by e-mail; null or empty when there is none. Redirects are not followed.</summary>
    public string? PeopleUrl { get; init; }

    /// <summary>The zone of local times in answers; UTC by default.</summary>
    public TimeZoneInfo SenderZone { get; init; } = TimeZoneInfo.Utc;
}
