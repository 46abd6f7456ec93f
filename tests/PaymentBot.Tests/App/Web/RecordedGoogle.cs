using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentBot.Tests.App.Web;

/// <summary>Google as the transport sees it: a person consents by <see cref="Consent"/>, and the token endpoint checks what the bot then sends.</summary>
internal sealed class RecordedGoogle(Func<DateTimeOffset> clock) : HttpMessageHandler
{
    public const string Base = "https://google.test";
    public const string ClientId = "client-of-the-bot";
    public const string ClientSecret = "secret-of-the-google-application";
    public const string RefreshToken = "1//refresh-token-of-a-person";

    /// <summary>What may stand in no log.</summary>
    public static readonly List<string> Secrets = [ClientSecret, RefreshToken, "ya29.", "4/code-"];

    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);
    private int _lastCode;

    public IdTokenForger Forger { get; } = new();

    /// <summary>Every request that came.</summary>
    public ConcurrentQueue<Uri> Requests { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>Changes the claims of the next ID tokens.</summary>
    public Action<JsonObject>? Tamper { get; set; }

    /// <summary>A person picks an account and agrees.</summary>
    /// <param name="address">Where the bot sent the browser.</param>
    /// <param name="email">The account.</param>
    /// <returns>What Google puts behind the callback's address.</returns>
    public string Consent(Uri address, string email)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        var code = $"4/code-{Interlocked.Increment(ref _lastCode)}";
        _grants[code] = new Grant(email, query["nonce"]!, query["code_challenge"]!, query["redirect_uri"]!);
        return $"?code={Uri.EscapeDataString(code)}&state={query["state"]}&scope=email%20openid&authuser=0&prompt=consent";
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Requests.Enqueue(request.RequestUri!);
        if (IsDown)
        {
            throw new HttpRequestException("No route to Google.");
        }

        if (request.RequestUri!.AbsolutePath is "/certs")
        {
            return Answer(HttpStatusCode.OK, Forger.KeySet);
        }

        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
        return Redeem(form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));
    }

    protected override void Dispose(bool disposing)
    {
        Forger.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private HttpResponseMessage Redeem(Dictionary<string, string> form)
    {
        var challenge = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.ASCII.GetBytes(form.GetValueOrDefault("code_verifier", "")))
        );
        var good =
            _grants.TryRemove(form.GetValueOrDefault("code", ""), out var grant)
            && string.Equals(challenge, grant.Challenge, StringComparison.Ordinal)
            && string.Equals(form["redirect_uri"], grant.RedirectUri, StringComparison.Ordinal)
            && form["client_id"] is ClientId
            && form["client_secret"] is ClientSecret;
        return good
            ? Answer(HttpStatusCode.OK, Tokens(grant!))
            : Answer(HttpStatusCode.BadRequest, new JsonObject { ["error"] = "invalid_grant" });
    }

    private JsonObject Tokens(Grant grant)
    {
        var now = clock();
        var claims = new JsonObject
        {
            ["iss"] = Base,
            ["aud"] = ClientId,
            ["azp"] = ClientId,
            ["sub"] = "110169484474386276334",
            ["email"] = grant.Email,
            ["email_verified"] = true,
            ["nonce"] = grant.Nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        Tamper?.Invoke(claims);
        return new JsonObject
        {
            ["access_token"] = "ya29.access-token-of-a-person",
            ["expires_in"] = 3599,
            ["refresh_token"] = RefreshToken,
            ["scope"] = "openid email profile",
            ["token_type"] = "Bearer",
            ["id_token"] = Forger.Sign(claims),
        };
    }

    private sealed record Grant(string Email, string Nonce, string Challenge, string RedirectUri);
}
