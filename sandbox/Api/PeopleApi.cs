using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Sandbox.Api;

/// <summary>Who works in the company, who of them has signed in, and what the ERP says of them.</summary>
internal sealed class PeopleApi(SandboxApplication sandbox)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/people", ListAsync);
        routes.MapPost("/sandbox/people/sign-in", SignInAsync);
        routes.MapPost("/sandbox/erp/people/{erpId}", ChangeAsync);
    }

    private async Task ListAsync(HttpContext context)
    {
        var signedIn = await sandbox.SignedInAsync(context.RequestAborted);
        var people = SandboxPeople.All.Select(person => Json(person, signedIn));
        await JsonHttp.WriteAsync(context, new JsonArray([.. people]));
    }

    private async Task SignInAsync(HttpContext context)
    {
        await sandbox.SignEverybodyInAsync(context.RequestAborted);
        await ListAsync(context);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        var active = JsonHttp.Optional<bool?>(body, "active");
        var email = JsonHttp.Optional<string>(body, "email");
        var erpId = (string)context.Request.RouteValues["erpId"]!;
        await sandbox.Erp.ChangePersonAsync(
            erpId,
            person => person with { Active = active ?? person.Active, Email = email ?? person.Email },
            context.RequestAborted
        );
        var signedIn = await sandbox.SignedInAsync(context.RequestAborted);
        var changed = SandboxPeople.All.First(person =>
            string.Equals(person.Erp.ErpId, erpId, StringComparison.Ordinal)
        );
        await JsonHttp.WriteAsync(context, Json(changed, signedIn));
    }

    private JsonObject Json(SandboxPerson person, IReadOnlyDictionary<long, string>? signedIn)
    {
        var id = person.Telegram.Id;
        var now = sandbox.Erp.People.All.First(other =>
            string.Equals(other.ErpId, person.Erp.ErpId, StringComparison.Ordinal)
        );
        return new JsonObject
        {
            ["userId"] = id,
            ["telegramName"] = person.Telegram.FullName,
            ["erpId"] = now.ErpId,
            ["name"] = now.Name,
            ["email"] = now.Email,
            ["role"] = now.Role,
            ["active"] = now.Active,
            // Null: a bot that runs elsewhere is not asked.
            ["signedIn"] = signedIn is null ? null : (JsonNode)signedIn.ContainsKey(id),
        };
    }
}
