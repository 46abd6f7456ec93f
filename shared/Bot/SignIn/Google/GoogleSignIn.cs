using Google.Apis.Auth.OAuth2.Responses;
using PaymentBot.Bot.People;
using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>
/// Signs people in with Google by OpenID Connect: authorization code with PKCE, state and nonce
/// (https://developers.google.com/identity/openid-connect/openid-connect). Safe for concurrent use. Nothing is repeated here, and no secret,
/// token or code gets into a log or an exception.
/// </summary>
public sealed partial class GoogleSignIn : IDisposable
{
    /// <summary>The longest code that is passed on to Google, in characters; theirs have about 80.</summary>
    private const int MaxCodeLength = 2048;

    private readonly GoogleOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<GoogleSignIn> _logger;
    private readonly GoogleFlow _flow;
    private readonly IdTokenVerifier _verifier;

    /// <summary>Makes it; nothing is connected before the first call.</summary>
    /// <param name="options">Which application, and where Google is.</param>
    /// <param name="clock">Judges ID tokens and measures time-outs.</param>
    /// <param name="logger">Gets what Google refused and which check an ID token failed.</param>
    /// <param name="handlerFactory">Carries the requests instead of the network.</param>
    public GoogleSignIn(
        GoogleOptions options,
        TimeProvider clock,
        ILogger<GoogleSignIn> logger,
        GoogleHandlerFactory? handlerFactory = null
    )
    {
        _options = options;
        _clock = clock;
        _logger = logger;
        _flow = new GoogleFlow(options, clock, handlerFactory?.Invoke() ?? GoogleFlow.CreateHandler());
        _verifier = new IdTokenVerifier(options, clock, new SigningKeys(_flow.Http, options.CertificatesUrl, clock));
    }

    /// <summary>Where the browser goes to let its person pick an account.</summary>
    /// <param name="session">The browser's session.</param>
    /// <returns>An address below <see cref="GoogleOptions.AuthorizationUrl"/>; whoever has it can start, but not end, this sign-in.</returns>
    public Uri AuthorizationAddress(BrowserSession session) => _flow.AuthorizationAddress(session);

    /// <summary>Redeems the code that the browser brought back and checks the ID token. The caller has compared the state.</summary>
    /// <param name="code">The parameter <c>code</c>, whatever a client sent.</param>
    /// <param name="session">The browser's session.</param>
    /// <param name="cancellationToken">Ends the wait; the code may be spent then.</param>
    public async Task<GoogleResult> RedeemAsync(
        string code,
        BrowserSession session,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(code) || code.Length > MaxCodeLength)
        {
            return new GoogleResult.Refused(GoogleRefusal.ExchangeRefused);
        }

        using var deadline = new Deadline(_options.Timeout, _clock, cancellationToken);
        try
        {
            var answer = await _flow.RedeemAsync(code, session.CodeVerifier, deadline.Token);
            var (claims, flaw) = await _verifier.VerifyAsync(answer.IdToken, session.Nonce, deadline.Token);
            if (claims is null)
            {
                Log.BadToken(_logger, flaw);
                return new GoogleResult.Refused(GoogleRefusal.BadToken);
            }

            return Judge(claims, answer.RefreshToken);
        }
        catch (TokenResponseException e) when (GoogleFlow.IsRefusal(e))
        {
            Log.Refused(_logger, "code", GoogleFlow.ErrorOf(e));
            return new GoogleResult.Refused(GoogleRefusal.ExchangeRefused);
        }
        catch (Exception e) when (deadline.IsFault(e))
        {
            Log.Unreachable(_logger, e.GetType().Name);
            return new GoogleResult.Unreachable();
        }
    }

    /// <summary>Asks Google whether an account still lives and still trusts the bot.</summary>
    /// <param name="refreshToken">The account's refresh token.</param>
    /// <param name="cancellationToken">Ends the wait; asking again is safe.</param>
    public async Task<GoogleTokenState> CheckAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(_options.Timeout, _clock, cancellationToken);
        try
        {
            await _flow.RefreshAsync(refreshToken, deadline.Token);
            return GoogleTokenState.Alive;
        }
        catch (TokenResponseException e) when (GoogleFlow.IsRefusal(e))
        {
            var error = GoogleFlow.ErrorOf(e);
            Log.Refused(_logger, "refresh token", error);
            return error is GoogleFlow.InvalidGrant ? GoogleTokenState.Revoked : GoogleTokenState.Unknown;
        }
        catch (Exception e) when (deadline.IsFault(e))
        {
            Log.Unreachable(_logger, e.GetType().Name);
            return GoogleTokenState.Unknown;
        }
    }

    /// <summary>Gives a refresh token back, so that nobody can use it any more.</summary>
    /// <param name="refreshToken">The token.</param>
    /// <param name="cancellationToken">Ends the wait; revoking again is safe.</param>
    /// <returns>Whether Google took it; false when it refused or could not be reached.</returns>
    public async Task<bool> RevokeAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(_options.Timeout, _clock, cancellationToken);
        try
        {
            return await _flow.RevokeAsync(refreshToken, deadline.Token);
        }
        catch (Exception e) when (deadline.IsFault(e))
        {
            Log.Unreachable(_logger, e.GetType().Name);
            return false;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _flow.Dispose();

    private GoogleResult Judge(IdTokenClaims claims, string? refreshToken)
    {
        if (EmailAddress.Parse(claims.Email) is not { } email || !claims.EmailVerified)
        {
            return new GoogleResult.Refused(GoogleRefusal.EmailNotVerified);
        }

        if (!IsAllowed(email.Domain) || (_options.WorkspaceOnly && !IsAllowed(claims.HostedDomain)))
        {
            return new GoogleResult.Refused(GoogleRefusal.DomainNotAllowed);
        }

        return new GoogleResult.Proven(email, string.IsNullOrEmpty(refreshToken) ? null : refreshToken);
    }

    /// <summary>Whole domains in their canonical form: nothing by the end of a text, nothing by how it looks.</summary>
    private bool IsAllowed(string? domain) =>
        EmailAddress.CanonicalDomain(domain) is { } canonical
        && _options.AllowedDomains.Contains(canonical, StringComparer.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Google's ID token failed the check {Check}")]
        public static partial void BadToken(ILogger logger, IdTokenFlaw check);

        [LoggerMessage(LogLevel.Warning, "Google refused a {What}: {Error}")]
        public static partial void Refused(ILogger logger, string what, string error);

        [LoggerMessage(LogLevel.Warning, "Google could not be asked: {Fault}")]
        public static partial void Unreachable(ILogger logger, string fault);
    }
}
