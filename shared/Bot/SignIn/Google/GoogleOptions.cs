using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Which Google application signs people in, and where Google is. The caller has validated it.</summary>
public sealed class GoogleOptions
{
    /// <summary>Google's own name in ID tokens.</summary>
    public const string GoogleIssuer = "https://accounts.google.com";

    /// <summary>The client id of the application, such as <c>1234-abcd.apps.googleusercontent.com</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of the application.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The domains whose mailboxes may sign in, at least one, each as <see cref="EmailAddress.CanonicalDomain"/> makes it.</summary>
    public required IReadOnlyList<string> AllowedDomains { get; init; }

    /// <summary>
    /// Where Google sends the browser back to: the absolute address of the callback, exactly as the application has it registered.
    /// </summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>
    /// Whether an account must belong to a Google Workspace of one of the allowed domains (claim <c>hd</c>); default false. Without it, a private
    /// Google account that was once opened with a company's address counts too
    /// (https://developers.google.com/identity/gsi/web/guides/verify-google-id-token).
    /// </summary>
    public bool WorkspaceOnly { get; init; }

    /// <summary>The address of the page on which a person picks an account. Absolute, https except on loopback, as all that follow.</summary>
    public string AuthorizationUrl { get; init; } = "https://accounts.google.com/o/oauth2/v2/auth";

    /// <summary>The address that redeems codes and refresh tokens.</summary>
    public string TokenUrl { get; init; } = "https://oauth2.googleapis.com/token";

    /// <summary>The address of the keys that sign ID tokens, a JSON Web Key Set.</summary>
    public string CertificatesUrl { get; init; } = "https://www.googleapis.com/oauth2/v3/certs";

    /// <summary>The address that takes tokens back.</summary>
    public string RevokeUrl { get; init; } = "https://oauth2.googleapis.com/revoke";

    /// <summary>The claim <c>iss</c> of ID tokens.</summary>
    public string Issuer { get; init; } = GoogleIssuer;

    /// <summary>The client id only, never the secret.</summary>
    public override string ToString() => $"{nameof(GoogleOptions)} {ClientId}";
}

/// <summary>Gives the handler that carries the requests to Google. Registered as a service, it replaces the network, as in tests.</summary>
/// <returns>A handler that follows no redirects, which <see cref="GoogleSignIn"/> disposes.</returns>
public delegate HttpMessageHandler GoogleHandlerFactory();
