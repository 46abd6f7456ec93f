using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Api;

/// <summary>The switches that break things, and the way back to the start.</summary>
internal sealed class ControlApi(SandboxApplication sandbox)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/faults", ShowAsync);
        routes.MapPost("/sandbox/faults", SetAsync);
        routes.MapPost("/sandbox/reset", ResetAsync);
        routes.MapPost("/sandbox/erp/mode", ModeAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var erp = sandbox.Erp.Faults;
        var telegram = sandbox.Telegram.Faults.Pending.Select(fault => new JsonObject
        {
            ["status"] = fault.Status,
            ["retryAfter"] = fault.RetryAfter,
            ["times"] = fault.Times,
            ["method"] = fault.Method,
            ["afterExecution"] = fault.AfterExecution,
        });
        var blocked = sandbox.Telegram.World.Chats.Where(chat => chat.Bot is BotMembership.Blocked);
        return JsonHttp.WriteAsync(
            context,
            new JsonObject
            {
                ["telegram"] = new JsonArray([.. telegram]),
                ["erp"] = new JsonObject
                {
                    ["pull"] = sandbox.Erp.Pulls,
                    ["down"] = erp.Down,
                    ["retryAfter"] = erp.RetryAfter,
                    ["slowMs"] = (long)erp.Slow.TotalMilliseconds,
                    ["closedPeriod"] = erp.ClosedPeriod,
                    ["loseAnswers"] = erp.LoseAnswers,
                },
                ["google"] = new JsonObject { ["down"] = sandbox.Google.Down },
                ["blocked"] = new JsonArray([.. blocked.Select(chat => (JsonNode)chat.Id)]),
                ["pendingUpdates"] = sandbox.Telegram.PendingUpdates,
                ["pendingNotifications"] = sandbox.Erp.PendingNotifications,
            }
        );
    }

    private async Task SetAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        if (body.ContainsKey("telegram"))
        {
            SetTelegram(body["telegram"] as JsonObject);
        }

        if (body["erp"] is JsonObject erp)
        {
            SetErp(erp);
        }

        if (body["google"] is JsonObject google)
        {
            sandbox.Google.Down = JsonHttp.Optional<bool?>(google, "down") ?? false;
        }

        if (body["blocked"] is JsonArray blocked)
        {
            SetBlocked([.. blocked.Select(id => id.AsInteger() ?? 0)]);
        }

        await ShowAsync(context);
    }

    private async Task ResetAsync(HttpContext context)
    {
        await sandbox.ResetAsync(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Another mode is another setting of the bot, so it begins anew.</summary>
    private async Task ModeAsync(HttpContext context)
    {
        var pulls = JsonHttp.Required<bool?>(await JsonHttp.ReadAsync(context), "pull")!.Value;
        await sandbox.ResetAsync(pulls, context.RequestAborted);
        await ShowAsync(context);
    }

    private void SetTelegram(JsonObject? fault)
    {
        sandbox.Telegram.Faults.Clear();
        if (fault is null || JsonHttp.Optional<int?>(fault, "status") is not { } status)
        {
            return;
        }

        if (status is < 400 or > 599)
        {
            throw JsonHttp.Bad("The status must be an error, 400 to 599.");
        }

        sandbox.Telegram.Faults.Add(
            new TelegramFault(
                status,
                JsonHttp.Optional<int?>(fault, "retryAfter"),
                JsonHttp.Optional<int?>(fault, "times") ?? 1,
                JsonHttp.Optional<string>(fault, "method"),
                JsonHttp.Optional<bool?>(fault, "afterExecution") ?? false
            )
        );
    }

    private void SetErp(JsonObject erp) =>
        sandbox.Erp.Faults = new ErpFaults
        {
            Down = JsonHttp.Optional<bool?>(erp, "down") ?? false,
            RetryAfter = JsonHttp.Optional<int?>(erp, "retryAfter"),
            Slow = TimeSpan.FromMilliseconds(JsonHttp.Optional<int?>(erp, "slowMs") ?? 0),
            ClosedPeriod = JsonHttp.Optional<bool?>(erp, "closedPeriod") ?? false,
            LoseAnswers = JsonHttp.Optional<bool?>(erp, "loseAnswers") ?? false,
        };

    private void SetBlocked(HashSet<long> blocked)
    {
        foreach (var userId in sandbox.Telegram.World.Users.Select(user => user.Id))
        {
            sandbox.Telegram.Actions.SetBlocked(userId, blocked.Contains(userId));
        }
    }
}
