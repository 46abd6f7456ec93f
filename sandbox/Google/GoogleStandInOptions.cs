namespace PaymentBot.Sandbox.Google;

/// <summary>How the Google stand-in behaves.</summary>
internal sealed class GoogleStandInOptions
{
    /// <summary>The loopback port when it runs alone, 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot's Google:ClientId.</summary>
    public string ClientId { get; init; } = "700000000001-sandbox.apps.googleusercontent.com";

    /// <summary>The bot's Google:ClientSecret.</summary>
    public string ClientSecret { get; init; } = "GOCSPX-sandbox-client-secret";

    /// <summary>The redirect addresses that are entered with the client; none means any.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The accounts there are at the start.</summary>
    public IReadOnlyList<GoogleAccount> Accounts { get; init; } = [];

    /// <summary>How long an authorisation code can be exchanged.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an ID token is valid.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);
}
