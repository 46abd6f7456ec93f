using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;

namespace PaymentBot.Functions.SignIn;

/// <summary>
/// The cookie that ties a browser to a ticket. Its prefix makes browsers keep it only from this very host and by https
/// (https://www.rfc-editor.org/rfc/rfc6265bis), so that no neighbour can plant one; on this machine, by http, it has to do without.
/// </summary>
/// <param name="settings">Where browsers reach the bot.</param>
internal sealed class LoginCookie(BotSettings settings)
{
    private const string PlainName = "paymentbot-login";

    private readonly bool _secure =
        settings.Bot.PublicUrl?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) != true;

    private string Name => _secure ? $"__Host-{PlainName}" : PlainName;

    /// <summary>The cookie's value, whatever the client sent, or null.</summary>
    /// <param name="request">The call.</param>
    public string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } value ? value : null;

    /// <summary>Gives the browser its cookie, for as long as a ticket lives.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="session">The browser's session.</param>
    public void Set(HttpResponse response, BrowserSession session)
    {
        var options = Options();
        options.MaxAge = LoginTickets.TicketLifetime;
        response.Cookies.Append(Name, session.Cookie, options);
    }

    /// <summary>Takes the cookie away.</summary>
    /// <param name="response">The answer.</param>
    public void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options());

#pragma warning disable S2092 // Not secure only where the public address is plain http on this machine.
    private CookieOptions Options() =>
        new()
        {
            Path = "/",
            HttpOnly = true,
            Secure = _secure,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
#pragma warning restore S2092
}
