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

    /// <summary>How long one sign-in, check or revocation may wait for Google in all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

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

        return await AskAsync<GoogleResult>(
            "code",
            async token =>
            {
                var answer = await _flow.RedeemAsync(code, session.CodeVerifier, token);
                var (claims, flaw) = await _verifier.VerifyAsync(answer.IdToken, session.Nonce, token);
                if (claims is null)
                {
                    Log.BadToken(_logger, flaw);
                    return new GoogleResult.Refused(GoogleRefusal.BadToken);
                }

                return Judge(claims, answer.RefreshToken);
            },
            _ => new GoogleResult.Refused(GoogleRefusal.ExchangeRefused),
            new GoogleResult.Unreachable(),
            cancellationToken
        );
    }

    /// <summary>Asks Google whether an account still lives and still trusts the bot.</summary>
    /// <param name="refreshToken">The account's refresh token.</param>
    /// <param name="cancellationToken">Ends the wait; asking again is safe.</param>
    public Task<GoogleTokenState> CheckAsync(string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(
            "refresh token",
            async token =>
            {
                await _flow.RefreshAsync(refreshToken, token);
                return GoogleTokenState.Alive;
            },
            error => error is GoogleFlow.InvalidGrant ? GoogleTokenState.Revoked : GoogleTokenState.Unknown,
            GoogleTokenState.Unknown,
            cancellationToken
        );

    /// <summary>Gives a refresh token back, so that nobody can use it any more.</summary>
    /// <param name="refreshToken">The token.</param>
    /// <param name="cancellationToken">Ends the wait; revoking again is safe.</param>
    /// <returns>Whether Google took it; false when it refused or could not be reached.</returns>
    public Task<bool> RevokeAsync(string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(
            "revocation",
            token => _flow.RevokeAsync(refreshToken, token),
            _ => false,
            otherwise: false,
            cancellationToken
        );

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _flow.Dispose();

    /// <summary>Asks once, and tells what Google refused and the faults of the network from the caller's own wish to stop.</summary>
    /// <param name="what">What is asked about, for the log.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="refused">The answer when Google refused with an error of that code.</param>
    /// <param name="otherwise">The answer when Google was not reached, was too slow, or answered nonsense.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    private async Task<T> AskAsync<T>(
        string what,
        Func<CancellationToken, Task<T>> ask,
        Func<string, T> refused,
        T otherwise,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (TokenResponseException e) when (GoogleFlow.IsRefusal(e))
        {
            var error = GoogleFlow.ErrorOf(e);
            Log.Refused(_logger, what, error);
            return refused(error);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or TokenResponseException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            Log.Unreachable(_logger, e.GetType().Name);
            return otherwise;
        }
    }

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
        public static partial void BadToken(ILogger logger, IdTokenFlaw? check);

        [LoggerMessage(LogLevel.Warning, "Google refused a {What}: {Error}")]
        public static partial void Refused(ILogger logger, string what, string error);

        [LoggerMessage(LogLevel.Warning, "Google could not be asked: {Fault}")]
        public static partial void Unreachable(ILogger logger, string fault);
    }
}
