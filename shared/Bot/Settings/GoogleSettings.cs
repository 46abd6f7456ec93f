namespace PaymentBot.Bot.Settings;

/// <summary>The section <c>Google</c>. Without <see cref="ClientId" /> nobody signs in; links are made by command line only.</summary>
public sealed class GoogleSettings
{
    /// <summary>The client id of the Google application.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of the Google application.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The domains whose mailboxes may sign in; compared whole, never by their end.</summary>
    public string[] AllowedDomains { get; set; } = [];

    /// <summary>Whether only accounts of a Google Workspace of an allowed domain count, not private ones with a company's address.</summary>
    public bool WorkspaceOnly { get; set; }

    /// <summary>Where a person picks an account.</summary>
    public string AuthorizationUrl { get; set; } = "https://accounts.google.com/o/oauth2/v2/auth";

    /// <summary>Where codes and refresh tokens are redeemed.</summary>
    public string TokenUrl { get; set; } = "https://oauth2.googleapis.com/token";

    /// <summary>Where the keys are that ID tokens are signed with.</summary>
    public string CertificatesUrl { get; set; } = "https://www.googleapis.com/oauth2/v3/certs";

    /// <summary>Where a token is given back.</summary>
    public string RevokeUrl { get; set; } = "https://oauth2.googleapis.com/revoke";

    /// <summary>Who issues the ID tokens.</summary>
    public string Issuer { get; set; } = "https://accounts.google.com";
}
