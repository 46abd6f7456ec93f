using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>Makes documents: fills in what a caller left out, and takes file contents out of the snapshot.</summary>
internal sealed class DocumentFactory(ErpStandInOptions options, ErpLedger ledger, ErpClock clock)
{
    /// <summary>A document from a snapshot without id and revision; every field given is kept as it is.</summary>
    /// <param name="given">
    /// <c>routeRules</c> gives the rules of the usual route by role. Attachments may carry <c>content</c> (base64) instead of size and hash.
    /// </param>
    public ErpDocument Create(JsonObject given)
    {
        var snapshot = new JsonObject
        {
            ["schema"] = "payment-request/1",
            ["source"] = "erp-sandbox",
            ["id"] = Guid.NewGuid().ToString(),
            ["revision"] = 1L,
            ["number"] = $"00УТ-{ledger.NextNumber().ToString("D6", CultureInfo.InvariantCulture)}",
            ["date"] = ErpClock.Write(clock.Now),
            ["operation"] = "supplierPayment",
            ["status"] = "pending",
            ["organization"] = Party("ООО «Ромашка»"),
            ["department"] = Party("Маркетинг"),
            ["payee"] = Party("АО «Вектор»"),
            ["amount"] = "1000.00",
            ["currency"] = "RUB",
            ["cashFlowItem"] = Party("Прочие расходы"),
            ["purpose"] = "Оплата по счёту",
            ["desiredDate"] = ErpClock.WriteDate(clock.Now.AddDays(3)),
            ["priority"] = "normal",
            ["overLimit"] = false,
            ["initiator"] = Person("initiator")?.ToJson(),
            ["route"] = Route(given["routeRules"] as JsonObject),
            ["groups"] = new JsonArray("treasury"),
            ["attachments"] = new JsonArray(),
        };
        foreach (var (name, value) in given)
        {
            if (name is not ("id" or "revision" or "routeRules"))
            {
                snapshot[name] = value?.DeepClone();
            }
        }

        return new ErpDocument(snapshot, Files(snapshot));
    }

    private static JsonObject Party(string name) => new() { ["erpId"] = Guid.NewGuid().ToString(), ["name"] = name };

    private ErpPerson? Person(string role) =>
        options.People.FirstOrDefault(person => string.Equals(person.Role, role, StringComparison.Ordinal));

    private JsonArray Route(JsonObject? rules)
    {
        var route = new JsonArray();
        foreach (var role in new[] { "budgetHolder", "financialManager", "treasurer" })
        {
            var people = options.People.Where(person => string.Equals(person.Role, role, StringComparison.Ordinal));
            var stage = new JsonObject
            {
                ["stage"] = route.Count + 1,
                ["role"] = role,
                ["rule"] = rules?[role]?.DeepClone() ?? "any",
                ["state"] = route.Count == 0 ? "current" : "waiting",
                ["approvers"] = new JsonArray([.. people.Select(person => person.ToJson())]),
            };
            if (route.Count == 0)
            {
                stage["due"] = Treasury.Due(clock.Now);
            }

            route.Add(stage);
        }

        return route;
    }

    private static List<ErpFile> Files(JsonObject snapshot)
    {
        var files = new List<ErpFile>();
        if (snapshot["attachments"] is not JsonArray attachments)
        {
            return files;
        }

        foreach (var declared in attachments.OfType<JsonObject>())
        {
            if (declared["content"].AsText() is not { } content)
            {
                continue;
            }

            declared.Remove("content");
            var file = Read(declared, content);
            files.Add(file);
            foreach (var (name, value) in file.ToJson())
            {
                declared[name] ??= value?.DeepClone();
            }
        }

        return files;
    }

    private static ErpFile Read(JsonObject declared, string content)
    {
        try
        {
            return new ErpFile(
                declared["id"].AsText() ?? Guid.NewGuid().ToString(),
                declared["name"].AsText() ?? "file",
                declared["contentType"].AsText() ?? "application/octet-stream",
                Convert.FromBase64String(content)
            );
        }
        catch (FormatException)
        {
            throw new SandboxException("The content of an attachment is not base64.", StatusCodes.Status400BadRequest);
        }
    }
}
