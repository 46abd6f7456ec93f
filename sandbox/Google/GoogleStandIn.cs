using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PaymentBot.Sandbox.Api;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Sandbox.Google;

/// <summary>
/// Google's sign-in: authorisation page, tokens, certificates, revocation. Lives under <c>/google</c> of a server it is given, or on a loopback
/// port of its own.
/// </summary>
internal sealed class GoogleStandIn : IAsyncDisposable
{
    private readonly GoogleStandInOptions _options;
    private readonly GoogleGrants _grants;
    private readonly AuthorizationEndpoint _authorization;
    private readonly TokenEndpoint _tokenEndpoint;
    private readonly IdTokens _tokens;
    private WebApplication? _server;
    private bool _down;

    /// <param name="address">The server it will be mapped on; may be told later.</param>
    public GoogleStandIn(GoogleStandInOptions options, TimeProvider clock, Uri address)
    {
        _options = options;
        _grants = new GoogleGrants(options, clock);
        _tokens = new IdTokens(options, clock);
        Accounts = new GoogleAccounts(options.Accounts);
        _authorization = new AuthorizationEndpoint(options, Accounts, _grants);
        _tokenEndpoint = new TokenEndpoint(options, Accounts, _grants, _tokens);
        Address = address;
    }

    /// <summary>The server, without <c>/google</c>.</summary>
    public Uri Address { get; set; }

    public ChangeFeed Changes { get; } = new();

    public GoogleAccounts Accounts { get; }

    public string ClientId => _options.ClientId;

    public string ClientSecret => _options.ClientSecret;

    public string Issuer => new Uri(Address, "/google").AbsoluteUri;

    public Uri AuthorizationUrl => new(Address, "/google/auth");

    public Uri TokenUrl => new(Address, "/google/token");

    public Uri CertificatesUrl => new(Address, "/google/certs");

    public Uri RevokeUrl => new(Address, "/google/revoke");

    /// <summary>Everything answers 503.</summary>
    public bool Down
    {
        get => _down;
        set
        {
            _down = value;
            Changes.Publish(new SandboxChange("faults"));
        }
    }

    /// <summary>Changes each ID token before it is signed, or null.</summary>
    public Func<IdTokenDraft, IdTokenDraft>? Tamper
    {
        get => _tokens.Tamper;
        set => _tokens.Tamper = value;
    }

    /// <summary>Starts it on a port of its own.</summary>
    public static async Task<GoogleStandIn> StartAsync(
        GoogleStandInOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        var server = LoopbackServer.Create(options.Port);
        var google = new GoogleStandIn(options, clock, LoopbackServer.AnyAddress) { _server = server };
        google.Map(server);
        google.Address = await LoopbackServer.StartAsync(server, cancellationToken);
        return google;
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/google/auth", ["GET", "POST"], Guarded(_authorization.HandleAsync));
        routes.MapPost("/google/token", Guarded(context => _tokenEndpoint.TokenAsync(context, Issuer)));
        routes.MapPost("/google/revoke", Guarded(_tokenEndpoint.RevokeAsync));
        routes.MapGet("/google/certs", Guarded(CertificatesAsync));
    }

    /// <summary>Does what a person does on the page: picks <paramref name="email"/>.</summary>
    /// <param name="authorizationAddress">Where the client sent the browser.</param>
    /// <returns>Where the browser goes then, with a code.</returns>
    public Uri Authorize(Uri authorizationAddress, string email)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(authorizationAddress.Query));
        return _authorization.Consent(AuthorizationRequest.Read(query, _options), email);
    }

    /// <summary>How many refresh tokens of an account are alive.</summary>
    public int Grants(string email) => _grants.Count(email);

    /// <summary>Kills the refresh tokens of an account, as its owner can.</summary>
    public void RevokeAll(string email) => _grants.RevokeAll(email);

    /// <summary>Back to the first accounts; nobody has signed in.</summary>
    public void Reset()
    {
        Tamper = null;
        Accounts.Clear();
        _grants.Clear();
        Down = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _tokens.Dispose();
    }

    private Task CertificatesAsync(HttpContext context) => JsonHttp.WriteAsync(context, _tokens.Certificates());

    private RequestDelegate Guarded(RequestDelegate next) =>
        async context =>
        {
            try
            {
                if (Down)
                {
                    throw new GoogleRefusalException("backend_error", StatusCodes.Status503ServiceUnavailable);
                }

                await next(context);
            }
            catch (GoogleRefusalException refusal)
            {
                var body = new JsonObject { ["error"] = refusal.Error, ["error_description"] = refusal.Message };
                await JsonHttp.WriteAsync(context, body, refusal.Status);
            }
        };
}
