using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Flows;
using Google.Apis.Auth.OAuth2.Requests;
using Google.Apis.Auth.OAuth2.Responses;
using Google.Apis.Http;
using Google.Apis.Util;
using PaymentBot.Bot.People;
using PaymentBot.Erp;

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

/// <summary>Our clock as Google's flow classes want it.</summary>
internal sealed class FlowClock(TimeProvider clock) : IClock
{
    public DateTime Now => clock.GetLocalNow().DateTime;

    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;
}

/// <summary>Sends the flow's requests through our handler: once, to where they are addressed, unlogged.</summary>
internal sealed class FlowHttp(HttpMessageHandler handler) : IHttpClientFactory
{
    public ConfigurableHttpClient CreateHttpClient(CreateHttpClientArgs args) =>
        new(
            new ConfigurableMessageHandler(new JsonAnswers(handler))
            {
                FollowRedirect = false,
                NumTries = 1,
                IsLoggingEnabled = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}

/// <summary>
/// Lets only JSON objects of a sensible size through. Anything else, such as the page of a proxy, becomes an error of the server, whatever its
/// status: the flow classes would stumble over it, or take a proxy's 400 for Google's.
/// </summary>
internal sealed class JsonAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxBytes = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await ReadAsync(response.Content, cancellationToken);
        response.Content.Dispose();
        if (body is null || !IsObject(body))
        {
            response.StatusCode = HttpStatusCode.BadGateway;
            body = "{\"error\":\"unreadable_answer\"}"u8.ToArray();
        }

        response.Content = new ByteArrayContent(body);
        return response;
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await BoundedBody.ReadAsync(stream, content.Headers.ContentLength, MaxBytes, cancellationToken);
    }

    private static bool IsObject(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
