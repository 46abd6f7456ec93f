using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Flows;
using Google.Apis.Auth.OAuth2.Requests;
using Google.Apis.Auth.OAuth2.Responses;
using Google.Apis.Http;
using PaymentBot.Bot.People;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Google's own flow classes, set up so that they never repeat, redirect, store or log anything.</summary>
internal sealed class GoogleFlow : IDisposable
{
    /// <summary>The error of https://www.rfc-editor.org/rfc/rfc6749#section-5.2 that says the code or refresh token is not good any more.</summary>
    public const string InvalidGrant = "invalid_grant";

    private const string NobodyInParticular = "";
    private const int MaxErrorLength = 40;

    private readonly GoogleOptions _options;
    private readonly PkceGoogleAuthorizationCodeFlow _flow;
    private readonly HttpClient _plain;

    public GoogleFlow(GoogleOptions options, TimeProvider clock, HttpMessageHandler handler)
    {
        _options = options;
        _plain = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _flow = new PkceGoogleAuthorizationCodeFlow(
            new Endpoints(options)
            {
                ClientSecrets = new ClientSecrets { ClientId = options.ClientId, ClientSecret = options.ClientSecret },
                Scopes = ["openid", "email", "profile"],
                // Consent makes Google give a refresh token each time; the account is asked for because many people have several.
                Prompt = "consent select_account",
                UserDefinedQueryParams = options.AllowedDomains is [var only] ? [new("hd", only)] : [],
                Clock = new FlowClock(clock),
                HttpClientFactory = new FlowHttp(handler),
                DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
            }
        );
    }

    /// <summary>Carries requests whose answer is a JSON object.</summary>
    public HttpClient Http => _flow.HttpClient;

    public static HttpMessageHandler CreateHandler() =>
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null, // our traces are none of Google's business
            // A redirect would carry the application's secret to an address that nobody configured.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>Whether Google said no, rather than failed.</summary>
    public static bool IsRefusal(TokenResponseException exception) =>
        exception.StatusCode
            is >= HttpStatusCode.BadRequest
                and < HttpStatusCode.InternalServerError
                and not HttpStatusCode.RequestTimeout
                and not HttpStatusCode.TooManyRequests;

    /// <summary>The error's code, safe to log: a few letters and nothing the server made up.</summary>
    public static string ErrorOf(TokenResponseException exception) =>
        exception.Error?.Error is { Length: > 0 and <= MaxErrorLength } error
        && error.All(letter => char.IsAsciiLetterLower(letter) || letter == '_')
            ? error
            : "an error of its own";

    public Uri AuthorizationAddress(BrowserSession session)
    {
        var request = (GoogleAuthorizationCodeRequestUrl)
            _flow.CreateAuthorizationCodeRequest(_options.RedirectUri.AbsoluteUri);
        request.State = session.State;
        request.Nonce = session.Nonce;
        request.CodeChallengeMethod = "S256";
        request.CodeChallenge = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.ASCII.GetBytes(session.CodeVerifier))
        );
        return request.Build();
    }

    /// <summary>Redeems a code for tokens.</summary>
    /// <exception cref="TokenResponseException">Google refused, or answered nonsense.</exception>
    public Task<TokenResponse> RedeemAsync(string code, string codeVerifier, CancellationToken cancellationToken) =>
        _flow.ExchangeCodeForTokenAsync(
            NobodyInParticular,
            code,
            codeVerifier,
            _options.RedirectUri.AbsoluteUri,
            cancellationToken
        );

    /// <summary>Redeems a refresh token for an access token, which nobody wants but which shows that it lives.</summary>
    /// <exception cref="TokenResponseException">Google refused, or answered nonsense.</exception>
    public Task<TokenResponse> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        _flow.RefreshTokenAsync(NobodyInParticular, refreshToken, cancellationToken);

    /// <summary>By https://www.rfc-editor.org/rfc/rfc7009 in the body; the library would put the token into the address.</summary>
    public async Task<bool> RevokeAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var body = new FormUrlEncodedContent([new("token", refreshToken)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.RevokeUrl) { Content = body };
        using var answer = await _plain.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    public void Dispose()
    {
        _plain.Dispose();
        _flow.Dispose();
    }

    private sealed class Endpoints(GoogleOptions options)
        : GoogleAuthorizationCodeFlow.Initializer(options.AuthorizationUrl, options.TokenUrl, options.RevokeUrl);
}
