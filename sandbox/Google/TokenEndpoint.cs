using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Api;

namespace PaymentBot.Sandbox.Google;

/// <summary><c>POST /google/token</c> and <c>POST /google/revoke</c>.</summary>
internal sealed class TokenEndpoint(
    GoogleStandInOptions options,
    GoogleAccounts accounts,
    GoogleGrants grants,
    IdTokens tokens
)
{
    public async Task TokenAsync(HttpContext context, string issuer)
    {
        var form = await FormAsync(context);
        DemandClient(context, form);
        var answer = form["grant_type"].ToString() switch
        {
            "authorization_code" => Exchange(form, issuer),
            "refresh_token" => Refresh(form, issuer),
            _ => throw new GoogleRefusalException("unsupported_grant_type"),
        };
        context.Response.Headers.Pragma = "no-cache";
        await JsonHttp.WriteAsync(context, answer);
    }

    public async Task RevokeAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var token = form["token"].ToString() is { Length: > 0 } given
            ? given
            : context.Request.Query["token"].ToString();
        if (!grants.Revoke(token))
        {
            throw new GoogleRefusalException("invalid_token", description: "Token expired or revoked");
        }

        await JsonHttp.WriteAsync(context, new JsonObject());
    }

    private JsonObject Exchange(IFormCollection form, string issuer)
    {
        var verifier = form["code_verifier"].ToString();
        var issued = grants.Redeem(form["code"].ToString(), form["redirect_uri"].ToString(), verifier);
        var account = Living(issued.Email);
        var answer = Answer(issued.Request.Scope, tokens.Issue(issuer, account, issued.Request.Nonce));
        if (issued.Request.Offline)
        {
            answer["refresh_token"] = grants.IssueRefreshToken(issued);
        }

        return answer;
    }

    private JsonObject Refresh(IFormCollection form, string issuer)
    {
        var grant = grants.FindRefreshToken(form["refresh_token"].ToString()) ?? throw Dead();
        return Answer(grant.Scope, tokens.Issue(issuer, Living(grant.Email), nonce: null));
    }

    private static JsonObject Answer(string scope, string idToken) =>
        new()
        {
            ["access_token"] = $"ya29.{GoogleGrants.Secret()}",
            ["expires_in"] = 3599,
            ["scope"] = scope,
            ["token_type"] = "Bearer",
            ["id_token"] = idToken,
        };

    private GoogleAccount Living(string email) =>
        accounts.Find(email) is { Disabled: false } account ? account : throw Dead();

    private static GoogleRefusalException Dead() =>
        new("invalid_grant", description: "Token has been expired or revoked.");

    private void DemandClient(HttpContext context, IFormCollection form)
    {
        var (id, secret) = Basic(context) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (!Same(id, options.ClientId) || !Same(secret, options.ClientSecret))
        {
            throw new GoogleRefusalException("invalid_client", StatusCodes.Status401Unauthorized, "Unauthorized");
        }
    }

    private static (string Id, string Secret)? Basic(HttpContext context)
    {
        var given = context.Request.Headers.Authorization.ToString();
        if (
            !AuthenticationHeaderValue.TryParse(given, out var header)
            || header is not { Scheme: "Basic", Parameter: { } text }
        )
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(text)).Split(':', 2);
        return pair is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : null;
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static async Task<IFormCollection> FormAsync(HttpContext context) =>
        context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : throw new GoogleRefusalException("invalid_request", description: "The body must be a form.");
}
