using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

/// <summary>The contract's example, and ways to spoil it at one place.</summary>
internal static class SnapshotSample
{
    public const string Json = """
        { "schema": "payment-request/1", "source": "erp-main", "id": "6f1c0a52-0001-0001-0001-000000000001", "revision": 7,
          "number": "00УТ-000123", "date": "2026-11-22T09:15:00+03:00", "operation": "supplierPayment", "status": "pending",
          "organization": {"erpId": "org-1", "name": "ООО «Ромашка»"}, "department": {"erpId": "dep-1", "name": "Маркетинг"},
          "payee": {"erpId": "payee-1", "name": "АО «Вектор»", "inn": "7701234567",
                    "account": {"number": "40702810000000001234", "bic": "044525225"}},
          "amount": "1250000.50", "currency": "RUB", "vat": {"mode": "included", "rate": "20", "amount": "208333.42"},
          "cashFlowItem": {"erpId": "item-1", "name": "Реклама"}, "purpose": "Оплата по счёту № 45", "desiredDate": "2026-11-25",
          "priority": "high", "overLimit": true,
          "initiator": {"erpId": "user-0", "name": "Петров Пётр", "email": "petrov@example.ru"},
          "route": [
            {"stage": 1, "role": "budgetHolder", "rule": "any", "state": "approved", "due": "2026-11-23T18:00:00+03:00",
             "approvers": [{"erpId": "user-1", "name": "Иванова Анна", "email": "ivanova@example.ru"}],
             "decidedBy": {"erpId": "user-1", "name": "Иванова Анна"}, "decidedAt": "2026-11-22T10:00:00+03:00", "comment": "Да"},
            {"stage": 2, "role": "financialManager", "rule": {"atLeast": 2}, "state": "current",
             "approvers": [{"erpId": "user-2", "name": "Сидоров"}, {"erpId": "user-3", "name": "Смирнова"}]},
            {"stage": 3, "role": "treasurer", "rule": "all", "state": "waiting", "approvers": [{"erpId": "user-4", "name": "Орлов"}]}],
          "groups": ["treasury"],
          "attachments": [{"id": "file-1", "name": "Счёт 45.pdf", "contentType": "application/pdf", "size": 183220,
                           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}] }
        """;

    public static TimeZoneInfo Moscow { get; } =
        TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(3), "test", "test");

    public static SnapshotOutcome Read(string json) => new SnapshotReader(Moscow).Read(Encoding.UTF8.GetBytes(json));

    public static SnapshotOutcome.Accepted Accept(string json) => Assert.IsType<SnapshotOutcome.Accepted>(Read(json));

    public static Problem Refuse(string json) => Assert.IsType<SnapshotOutcome.Refused>(Read(json)).Problem;

    /// <summary>The example with the value at a path replaced by other JSON, or taken away by null.</summary>
    public static string With(string path, string? json) => With(Json, path, json);

    public static string With(string document, string path, string? json)
    {
        var root = JsonNode.Parse(document)!;
        var tokens = path.Split('/')[1..];
        var parent = tokens[..^1].Aggregate(root, Step);
        if (parent is JsonArray array)
        {
            var index = int.Parse(tokens[^1], System.Globalization.CultureInfo.InvariantCulture);
            array[index] = JsonNode.Parse(json!);
        }
        else if (json is null)
        {
            parent.AsObject().Remove(tokens[^1]);
        }
        else
        {
            parent[tokens[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    private static JsonNode Step(JsonNode node, string token) =>
        node is JsonArray ? node[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!;
}
