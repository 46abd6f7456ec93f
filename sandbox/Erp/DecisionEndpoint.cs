using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary><c>POST /erp/decisions</c>: signed CloudEvents in, outcome and snapshot out.</summary>
internal sealed class DecisionEndpoint(ErpLedger ledger, ErpStandInOptions options, ErpClock clock, TimeProvider time)
{
    private const string Type = "payment-request.decided.v1";

    /// <summary>What is wrong at the moment.</summary>
    public ErpFaults Faults { get; set; } = new();

    public async Task HandleAsync(HttpContext context)
    {
        var faults = Faults;
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (faults.Slow > TimeSpan.Zero)
        {
            await Task.Delay(faults.Slow, time, context.RequestAborted);
        }

        var body = buffer.ToArray();
        if (faults.Down)
        {
            Note(body, StatusCodes.Status503ServiceUnavailable, "down");
            await UnavailableAsync(context, faults);
            return;
        }

        var (status, answer) = Handle(context.Request.Headers, body);
        if (faults.LoseAnswers)
        {
            await UnavailableAsync(context, faults);
            return;
        }

        await WriteAsync(context, status, answer);
    }

    /// <summary>Decides, however the decision came.</summary>
    /// <param name="cloudEvent">The decision.</param>
    /// <returns>Outcome and snapshot, the same for the same decision; null when it is no decision.</returns>
    /// <exception cref="SandboxException">There is no such document.</exception>
    public JsonObject? Apply(JsonObject cloudEvent)
    {
        if (
            cloudEvent["specversion"].AsText() is not "1.0"
            || cloudEvent["type"].AsText() is not Type
            || cloudEvent["data"] is not JsonObject data
            || data["requestId"].AsText() is not { } requestId
            || data["decisionId"].AsText() is not { } decisionId
        )
        {
            return null;
        }

        return ledger.Change(requestId, document => Decide(document, decisionId, data, Faults));
    }

    private (int Status, JsonObject Answer) Handle(IHeaderDictionary headers, byte[] body)
    {
        if (WebhookSignature.Refuse(options.OutboundKey, headers, body, clock.Now) is { } reason)
        {
            return (StatusCodes.Status401Unauthorized, Problem(reason));
        }

        var cloudEvent = Parse(body);
        if (!string.Equals(cloudEvent?["id"].AsText(), headers["webhook-id"].ToString(), StringComparison.Ordinal))
        {
            return (StatusCodes.Status400BadRequest, Problem("not a decision"));
        }

        try
        {
            return Apply(cloudEvent!) is { } answer
                ? (StatusCodes.Status200OK, answer)
                : (StatusCodes.Status400BadRequest, Problem("not a decision"));
        }
        catch (SandboxException missing)
        {
            return (missing.Status, Problem(missing.Message));
        }
    }

    private JsonObject Decide(ErpDocument document, string decisionId, JsonObject data, ErpFaults faults)
    {
        if (document.Answers.TryGetValue(decisionId, out var before))
        {
            Note(document, data, "repeated");
            return (JsonObject)before.DeepClone();
        }

        var answer = Treasury.Decide(document, data, clock.Now, faults);
        Note(document, data, answer["reason"].AsText() ?? answer["outcome"].AsText()!);
        answer["snapshot"] = document.Snapshot.DeepClone();
        document.Answers[decisionId] = (JsonObject)answer.DeepClone();
        return answer;
    }

    private void Note(ErpDocument document, JsonObject data, string outcome)
    {
        var person = options
            .People.FirstOrDefault(p =>
                string.Equals(p.ErpId, data["actor"]?["erpId"].AsText(), StringComparison.Ordinal)
            )
            ?.Name;
        var comment = data["comment"].AsText() is { Length: > 0 } text ? $" «{text}»" : string.Empty;
        var detail = $"{outcome}: {person} {data["decision"].AsText()}{comment}";
        document.Note(
            new ErpLogEntry(clock.Now, "decision", data["revision"].AsInteger() ?? 0, StatusCodes.Status200OK, detail)
        );
    }

    private void Note(byte[] body, int status, string detail)
    {
        if (Parse(body)?["data"]?["requestId"].AsText() is { } requestId)
        {
            ledger.Note(requestId, "decision", 0, status, detail);
        }
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Problem(string reason) => new() { ["title"] = reason };

    private static Task UnavailableAsync(HttpContext context, ErpFaults faults)
    {
        if (faults.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, Problem("The ERP is down."));
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
