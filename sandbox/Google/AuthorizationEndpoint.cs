namespace PaymentBot.Sandbox.Google;

/// <summary><c>/google/auth</c>: one picks or types an account, and the browser goes back to the client with a code.</summary>
internal sealed class AuthorizationEndpoint(GoogleStandInOptions options, GoogleAccounts accounts, GoogleGrants grants)
{
    private const int LongestAddress = 254;

    /// <summary>Marks of browsers inside other programs, which Google turns away.</summary>
    private static readonly string[] Embedded = ["; wv)", "FBAN/", "Instagram", "Telegram-Android", "WebView"];

    public async Task HandleAsync(HttpContext context)
    {
        var russian = IsRussian(context);
        try
        {
            var request = AuthorizationRequest.Read(context.Request.Query, options);
            DemandRealBrowser(context);
            if (HttpMethods.IsPost(context.Request.Method))
            {
                await ChosenAsync(context, request, russian);
                return;
            }

            var action = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
            await AuthorizationPage.WriteAsync(context, AuthorizationPage.Choose(russian, action, accounts.All));
        }
        catch (GoogleRefusalException refusal)
        {
            var page = AuthorizationPage.Refuse(russian, refusal.Status, refusal.Error);
            await AuthorizationPage.WriteAsync(context, page, refusal.Status);
        }
    }

    /// <summary>Says yes on the page.</summary>
    /// <returns>Where the browser is sent.</returns>
    /// <exception cref="GoogleRefusalException">The account is disabled.</exception>
    public Uri Consent(AuthorizationRequest request, string email)
    {
        var account = accounts.FindOrCreate(email);
        if (account.Disabled)
        {
            throw new GoogleRefusalException("account_disabled", StatusCodes.Status403Forbidden);
        }

        return request.Redirect([
            new("code", grants.IssueCode(request, account)),
            new("scope", request.Scope),
            new("authuser", "0"),
            .. account.HostedDomain is { } domain
                ? [KeyValuePair.Create("hd", (string?)domain)]
                : Array.Empty<KeyValuePair<string, string?>>(),
            new("prompt", "consent"),
        ]);
    }

    private async Task ChosenAsync(HttpContext context, AuthorizationRequest request, bool russian)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.ContainsKey("cancel"))
        {
            Leave(context, request.Redirect(KeyValuePair.Create("error", (string?)"access_denied")));
            return;
        }

        var email = form["email"].ToString().Trim();
        if (email.Length > LongestAddress || email.LastIndexOf('@') is var at && (at < 1 || at == email.Length - 1))
        {
            throw new GoogleRefusalException("invalid_account");
        }

        if (accounts.Find(email) is { Disabled: true })
        {
            var words = russian ? GoogleWords.Russian : GoogleWords.English;
            var page = AuthorizationPage.Refuse(russian, StatusCodes.Status403Forbidden, words.Disabled);
            await AuthorizationPage.WriteAsync(context, page, StatusCodes.Status403Forbidden);
            return;
        }

        Leave(context, Consent(request, email));
    }

    private static void Leave(HttpContext context, Uri target)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = target.AbsoluteUri;
        context.Response.Headers.CacheControl = "no-store";
    }

    private static void DemandRealBrowser(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        if (Embedded.Any(mark => agent.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            throw new GoogleRefusalException("disallowed_useragent", StatusCodes.Status403Forbidden);
        }
    }

    private static bool IsRussian(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().StartsWith("ru", StringComparison.OrdinalIgnoreCase);
}
