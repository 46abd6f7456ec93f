using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Google;

namespace PaymentBot.Sandbox.Api;

/// <summary>The accounts of the Google stand-in: list and change.</summary>
internal sealed class GoogleApi(GoogleStandIn google)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/google/accounts", ListAsync);
        routes.MapPost("/sandbox/google/accounts", SetAsync);
    }

    private Task ListAsync(HttpContext context) =>
        JsonHttp.WriteAsync(context, new JsonArray([.. google.Accounts.All.Select(Json)]));

    /// <summary>Makes or changes one; <c>"revoke": true</c> takes back what the account has granted.</summary>
    private async Task SetAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        var email = JsonHttp.Required<string>(body, "email");
        if (email.LastIndexOf('@') is var at && (at < 1 || at == email.Length - 1))
        {
            throw JsonHttp.Bad("The e-mail must have a name and a domain.");
        }

        var before = google.Accounts.FindOrCreate(email);
        var account = before with
        {
            Email = email,
            Name = JsonHttp.Optional<string>(body, "name") ?? before.Name,
            Disabled = JsonHttp.Optional<bool?>(body, "disabled") ?? before.Disabled,
            EmailVerified = JsonHttp.Optional<bool?>(body, "emailVerified") ?? before.EmailVerified,
        };
        google.Accounts.Set(account);
        if (JsonHttp.Optional<bool?>(body, "revoke") == true)
        {
            google.RevokeAll(email);
        }

        google.Changes.Publish(new SandboxChange("account"));
        await JsonHttp.WriteAsync(context, Json(account));
    }

    private JsonNode Json(GoogleAccount account) => account.ToJson(google.Grants(account.Email));
}
