using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PaymentBot.Sandbox.Google;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Sandbox;

public sealed class GoogleStandInTests : IAsyncLifetime
{
    private const string Redirect = "http://127.0.0.1:5081/api/oauth/callback";
    private const string Verifier = "a-code-verifier-of-forty-three-characters-at-least";
    private const string Email = "morozova@example.ru";

    private readonly ManualTimeProvider _clock = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly GoogleStandInOptions _options = new()
    {
        RedirectUris = [Redirect],
        Accounts = [new GoogleAccount(Email, "Морозова <b>Ольга</b>")],
    };

    private GoogleStandIn _google = null!;

    public async Task InitializeAsync() => _google = await GoogleStandIn.StartAsync(_options, _clock);

    public async Task DisposeAsync()
    {
        await _google.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task Page_offers_the_accounts_without_a_script_and_leads_back_with_code_and_state()
    {
        using var shown = await _http.GetAsync(Address());
        var page = await shown.Content.ReadAsStringAsync();
        Assert.Contains(Email, page, StringComparison.Ordinal);
        Assert.Contains("Морозова &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var query = await ChooseAsync(new() { ["email"] = Email });
        Assert.Equal("a state", query["state"]);
        Assert.Equal("example.ru", query["hd"]);
        Assert.StartsWith("4/", query["code"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_account_is_made_and_a_cancelled_page_says_access_denied()
    {
        Assert.NotEmpty((await ChooseAsync(new() { ["email"] = " someone@gmail.com " }))["code"].ToString());
        Assert.Null(_google.Accounts.Find("someone@gmail.com")!.HostedDomain);
        var query = await ChooseAsync(new() { ["cancel"] = "1", ["email"] = string.Empty });
        Assert.Equal("access_denied", query["error"]);
        Assert.Equal("a state", query["state"]);
    }

    [Theory]
    [InlineData("client_id", "other", 401, "invalid_client")]
    [InlineData("redirect_uri", "http://127.0.0.1:5081/elsewhere", 400, "redirect_uri_mismatch")]
    [InlineData("response_type", "token", 400, "unsupported_response_type")]
    [InlineData("scope", "email", 400, "invalid_scope")]
    [InlineData("code_challenge_method", "plain", 400, "invalid_request")]
    public async Task Wrong_request_ends_on_an_error_page(string name, string value, int status, string error)
    {
        using var refused = await _http.GetAsync(Address((name, value)));
        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Contains(error, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_inside_another_program_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address());
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) Mobile");
        using var refused = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("disallowed_useragent", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_token_is_signed_by_the_published_key_and_says_who()
    {
        var answer = await ExchangeAsync(Code());
        var parts = ((string)answer["id_token"]!).Split('.');
        Assert.True(await IsSignedAsync(parts));
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        Assert.Equal(_google.Issuer, (string)claims["iss"]!);
        Assert.Equal(_google.ClientId, (string)claims["aud"]!);
        Assert.Equal(Email, (string)claims["email"]!);
        Assert.True((bool)claims["email_verified"]!);
        Assert.Equal("example.ru", (string)claims["hd"]!);
        Assert.Equal("a nonce", (string)claims["nonce"]!);
        Assert.Equal(_clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(), (long)claims["exp"]!);
        Assert.Equal(21, ((string)claims["sub"]!).Length);
    }

    [Fact]
    public async Task Code_is_taken_once_with_its_verifier_and_within_ten_minutes()
    {
        var code = Code();
        await ExchangeAsync(code);
        Assert.Equal("invalid_grant", await RefusedAsync(code, Verifier));
        Assert.Equal("invalid_grant", await RefusedAsync(Code(), $"{Verifier}x"));
        Assert.Equal("redirect_uri_mismatch", await RefusedAsync(Code(), Verifier, $"{Redirect}/"));
        var late = Code();
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("invalid_grant", await RefusedAsync(late, Verifier));
    }

    [Fact]
    public async Task Refresh_token_lives_until_it_is_revoked_or_the_account_is_disabled()
    {
        var first = (string)(await ExchangeAsync(Code()))["refresh_token"]!;
        var second = (string)(await ExchangeAsync(Code()))["refresh_token"]!;
        Assert.NotNull((await RefreshAsync(first))["id_token"]);
        Assert.Equal(2, _google.Grants(Email));
        Assert.Empty(await PostAsync(_google.RevokeUrl, new() { ["token"] = first }));
        Assert.Equal("invalid_grant", (string)(await RefreshAsync(first))["error"]!);
        Assert.Equal(
            "invalid_token",
            (string)(await PostAsync(_google.RevokeUrl, new() { ["token"] = first }))["error"]!
        );
        _google.Accounts.Set(_google.Accounts.Find(Email)! with { Disabled = true });
        Assert.Equal("invalid_grant", (string)(await RefreshAsync(second))["error"]!);
    }

    [Fact]
    public async Task Wrong_secret_is_refused_and_a_fallen_google_answers_503()
    {
        var form = Form(Code(), Verifier, Redirect);
        form["client_secret"] = "wrong";
        Assert.Equal("invalid_client", (string)(await PostAsync(_google.TokenUrl, form))["error"]!);
        _google.Down = true;
        using var down = await _http.GetAsync(_google.CertificatesUrl);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
    }

    [Fact]
    public async Task Forged_tokens_can_be_ordered()
    {
        _google.Tamper = draft => draft with { ForeignKey = true };
        Assert.False(await IsSignedAsync(((string)(await ExchangeAsync(Code()))["id_token"]!).Split('.')));
        _google.Tamper = draft =>
        {
            draft.Header["alg"] = "none";
            return draft;
        };
        Assert.EndsWith(".", (string)(await ExchangeAsync(Code()))["id_token"]!, StringComparison.Ordinal);
    }

    private Uri Address(params (string Name, string Value)[] changes)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = _google.ClientId,
            ["redirect_uri"] = Redirect,
            ["response_type"] = "code",
            ["scope"] = "openid email profile",
            ["state"] = "a state",
            ["nonce"] = "a nonce",
            ["access_type"] = "offline",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return new Uri(QueryHelpers.AddQueryString(_google.AuthorizationUrl.AbsoluteUri, query));
    }

    private async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> ChooseAsync(
        Dictionary<string, string> form
    )
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(Address(), content);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith(Redirect, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(answer.Headers.Location.Query);
    }

    private string Code() => QueryHelpers.ParseQuery(_google.Authorize(Address(), Email).Query)["code"].ToString();

    private Dictionary<string, string> Form(string code, string verifier, string redirect) =>
        new(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["code_verifier"] = verifier,
            ["redirect_uri"] = redirect,
            ["client_id"] = _google.ClientId,
            ["client_secret"] = _google.ClientSecret,
        };

    private Task<JsonObject> ExchangeAsync(string code) => PostAsync(_google.TokenUrl, Form(code, Verifier, Redirect));

    private async Task<string> RefusedAsync(string code, string verifier, string redirect = Redirect) =>
        (string)(await PostAsync(_google.TokenUrl, Form(code, verifier, redirect)))["error"]!;

    private Task<JsonObject> RefreshAsync(string token) =>
        PostAsync(
            _google.TokenUrl,
            new(StringComparer.Ordinal)
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = token,
                ["client_id"] = _google.ClientId,
                ["client_secret"] = _google.ClientSecret,
            }
        );

    private async Task<JsonObject> PostAsync(Uri address, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(address, content);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private async Task<bool> IsSignedAsync(string[] parts)
    {
        var keys = (await _http.GetFromJsonAsync<JsonObject>(_google.CertificatesUrl))!["keys"]!;
        using var key = RSA.Create(
            new RSAParameters
            {
                Modulus = Base64Url.DecodeFromChars((string)keys[0]!["n"]!),
                Exponent = Base64Url.DecodeFromChars((string)keys[0]!["e"]!),
            }
        );
        return key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
    }
}
