using System.Globalization;
using System.Text;
using PaymentBot.Approvals;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Benchmarks.Data;

/// <summary>Payment requests as a treasury would have them: three stages, the second one's turn.</summary>
internal static class Requests
{
    /// <summary>How many people take turns as the current approver.</summary>
    public const int People = 50;

    private const long FirstUser = 5_000_000_000;

    private const string Json = """
        { "schema": "payment-request/1", "source": "erp-main", "id": "template", "revision": 7,
          "number": "00УТ-000123", "date": "2026-11-22T09:15:00+03:00", "operation": "supplierPayment", "status": "pending",
          "organization": {"erpId": "org-1", "name": "ООО «Ромашка»"}, "department": {"erpId": "dep-1", "name": "Маркетинг"},
          "payee": {"erpId": "payee-1", "name": "АО «Вектор»", "inn": "7701234567",
                    "account": {"number": "40702810000000001234", "bic": "044525225"}},
          "amount": "1250000.50", "currency": "RUB", "vat": {"mode": "included", "rate": "20", "amount": "208333.42"},
          "cashFlowItem": {"erpId": "item-1", "name": "Реклама"},
          "purpose": "Оплата по счёту № 45 от 20.11.2026 за размещение рекламных материалов в декабре, в том числе НДС",
          "desiredDate": "2026-11-25", "priority": "high", "overLimit": true,
          "initiator": {"erpId": "user-0", "name": "Петров Пётр", "email": "petrov@example.ru"},
          "route": [
            {"stage": 1, "role": "budgetHolder", "rule": "any", "state": "approved", "due": "2026-11-23T18:00:00+03:00",
             "approvers": [{"erpId": "holder", "name": "Иванова Анна", "email": "ivanova@example.ru"}],
             "decidedBy": {"erpId": "holder", "name": "Иванова Анна"}, "decidedAt": "2026-11-22T10:00:00+03:00", "comment": "Да"},
            {"stage": 2, "role": "financialManager", "rule": "any", "state": "current",
             "approvers": [{"erpId": "user-1", "name": "Сидоров"}]},
            {"stage": 3, "role": "treasurer", "rule": "any", "state": "waiting", "approvers": [{"erpId": "user-2", "name": "Орлов"}]}]}
        """;

    private static readonly SnapshotOutcome.Accepted Template = (SnapshotOutcome.Accepted)
        new SnapshotReader(TimeZoneInfo.Utc).Read(Encoding.UTF8.GetBytes(Json));

    /// <summary>Some content hash; nothing here compares it.</summary>
    public static string ContentHash => Template.ContentHash;

    /// <summary>A person's identity in the ERP; 0 is the initiator.</summary>
    public static ErpId PersonOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"user-{number}"));

    /// <summary>The Telegram user a person is linked to.</summary>
    public static long UserOf(int person) => FirstUser + person;

    /// <summary>Whose turn it is in a request: 1 to <see cref="People"/>.</summary>
    public static int ApproverOf(int request) => 1 + (request % People);

    /// <summary>A request whose turn one person has.</summary>
    public static PaymentRequest Create(string family, int request) =>
        Create(family, request, [PersonOf(ApproverOf(request))]);

    /// <summary>A request whose turn some people have.</summary>
    public static PaymentRequest Create(string family, int request, IEnumerable<ErpId> approvers)
    {
        var template = Template.Request;
        var people = approvers.Select(erpId => new Person(erpId, "Сидоров Семён", null)).ToList();
        return template with
        {
            Id = new RequestId(string.Create(CultureInfo.InvariantCulture, $"{family}-{request:D9}")),
            Route = [template.Route[0], template.Route[1] with { Approvers = people }, template.Route[2]],
        };
    }
}
