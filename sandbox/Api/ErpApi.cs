using System.Globalization;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;

namespace PaymentBot.Sandbox.Api;

/// <summary>The ERP's documents: list, look, create and change.</summary>
internal sealed class ErpApi(ErpStandIn erp)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/erp/requests", ListAsync);
        routes.MapPost("/sandbox/erp/requests", CreateAsync);
        routes.MapGet("/sandbox/erp/requests/{id}", GetAsync);
        routes.MapPost("/sandbox/erp/requests/{id}/amount", AmountAsync);
        routes.MapPost("/sandbox/erp/requests/{id}/withdraw", context => ActAsync(context, erp.Withdraw));
        routes.MapPost("/sandbox/erp/requests/{id}/paid", context => ActAsync(context, erp.MarkPaid));
    }

    /// <summary>All documents in short, and with <c>?open=</c> one of them whole: that one, or the newest when it is gone. One reading, so nothing is torn.</summary>
    private Task ListAsync(HttpContext context)
    {
        var open = (string?)context.Request.Query["open"];
        if (open is null)
        {
            return JsonHttp.WriteAsync(context, new JsonArray([.. erp.Ledger.ReadAll(Summary)]));
        }

        var all = erp.Ledger.ReadAll(document => (document.Id, Summary: Summary(document), Whole: Whole(document)));
        bool IsOpen(string id) => string.Equals(id, open, StringComparison.Ordinal);
        var newest = all.Any(document => IsOpen(document.Id)) ? -1 : 0;
        return JsonHttp.WriteAsync(
            context,
            new JsonArray([
                .. all.Select(
                    (document, index) => IsOpen(document.Id) || index == newest ? document.Whole : document.Summary
                ),
            ])
        );
    }

    private Task GetAsync(HttpContext context)
    {
        var document =
            erp.Ledger.Read(Id(context), Whole)
            ?? throw new SandboxException("There is no such document.", StatusCodes.Status404NotFound);
        return JsonHttp.WriteAsync(context, document);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        var id = body.ContainsKey("sample")
            ? erp.CreateSample(JsonHttp.Required<int?>(body, "sample")!.Value)
            : erp.Create(body);
        await JsonHttp.WriteAsync(context, new JsonObject { ["id"] = id }, StatusCodes.Status201Created);
    }

    private async Task AmountAsync(HttpContext context)
    {
        var amount = JsonHttp.Required<string>(await JsonHttp.ReadAsync(context), "amount");
        if (!decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            throw JsonHttp.Bad("The amount must be a decimal number with a point.");
        }

        erp.ChangeAmount(Id(context), amount);
        await GetAsync(context);
    }

    private Task ActAsync(HttpContext context, Action<string> action)
    {
        action(Id(context));
        return GetAsync(context);
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static JsonObject Summary(ErpDocument document) =>
        new()
        {
            ["id"] = document.Id,
            ["number"] = document.Snapshot["number"]?.DeepClone(),
            ["status"] = document.Status,
            ["revision"] = document.Revision,
            ["stage"] = document.Current?.Number,
            ["amount"] = document.Snapshot["amount"]?.DeepClone(),
            ["currency"] = document.Snapshot["currency"]?.DeepClone(),
            ["payee"] = (document.Snapshot["payee"] as JsonObject)?["name"]?.DeepClone(),
        };

    private static JsonObject Whole(ErpDocument document)
    {
        var json = Summary(document);
        json["purpose"] = document.Snapshot["purpose"]?.DeepClone();
        json["route"] = document.Snapshot["route"]?.DeepClone();
        json["snapshot"] = document.Snapshot.DeepClone();
        json["attachments"] = new JsonArray([
            .. document.Files.Select(file => new JsonObject
            {
                ["id"] = file.Id,
                ["name"] = file.Name,
                ["size"] = file.Content.Length,
                ["delivered"] = document.Delivered.Contains(file.Id),
            }),
        ]);
        json["log"] = new JsonArray([
            .. document.Log.Select(entry => new JsonObject
            {
                ["at"] = ErpClock.Write(entry.At),
                ["kind"] = entry.Kind,
                ["revision"] = entry.Revision,
                ["status"] = entry.Status,
                ["detail"] = entry.Detail,
            }),
        ]);
        return json;
    }
}
