using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Approvals;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

public sealed class SnapshotReaderTests
{
    [Fact]
    public void The_contracts_example_is_read_whole()
    {
        var request = SnapshotSample.Accept(SnapshotSample.Json).Request;

        Assert.Equal(new RequestId("6f1c0a52-0001-0001-0001-000000000001"), request.Id);
        Assert.Equal((7L, "erp-main", "00УТ-000123"), (request.Revision, request.Source, request.Number));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 15, 0, TimeSpan.FromHours(3)), request.Date);
        Assert.Equal(("supplierPayment", RequestStatus.Pending), (request.Operation, request.Status));
        Assert.Equal(new Party(new ErpId("org-1"), "ООО «Ромашка»"), request.Organization);
        Assert.Equal(new Party(new ErpId("dep-1"), "Маркетинг"), request.Department);
        Assert.Equal(
            new Payee(
                new ErpId("payee-1"),
                "АО «Вектор»",
                "7701234567",
                new BankAccount("40702810000000001234", "044525225")
            ),
            request.Payee
        );
        Assert.Equal(new Money(1250000.50m, "RUB"), request.Total);
        Assert.Equal(new Vat("included", "20", 208333.42m), request.Vat);
        Assert.Equal(new Party(new ErpId("item-1"), "Реклама"), request.CashFlowItem);
        Assert.Equal("Оплата по счёту № 45", request.Purpose);
        Assert.Equal(new DateOnly(2026, 11, 25), request.DesiredDate);
        Assert.Equal(("high", true), (request.Priority, request.OverLimit));
        Assert.Equal(new Person(new ErpId("user-0"), "Петров Пётр", "petrov@example.ru"), request.Initiator);
        Assert.Equal(["treasury"], request.Groups, StringComparer.Ordinal);
        var file = Assert.Single(request.Attachments);
        Assert.Equal(
            ("file-1", "Счёт 45.pdf", "application/pdf", 183220L),
            (file.Id, file.Name, file.ContentType, file.Size)
        );
    }

    [Fact]
    public void Every_stage_is_read_whole()
    {
        var route = SnapshotSample.Accept(SnapshotSample.Json).Request.Route;

        Assert.Equal([1, 2, 3], route.Select(stage => stage.Number));
        Assert.Equal(
            ["budgetHolder", "financialManager", "treasurer"],
            route.Select(stage => stage.Role),
            StringComparer.Ordinal
        );
        Assert.Equal([StageRule.Any, StageRule.AtLeast(2), StageRule.All], route.Select(stage => stage.Rule));
        Assert.Equal([StageState.Approved, StageState.Current, StageState.Waiting], route.Select(stage => stage.State));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.FromHours(3)), route[0].Due);
        Assert.Equal(new Person(new ErpId("user-1"), "Иванова Анна"), route[0].DecidedBy);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(3)), route[0].DecidedAt);
        Assert.Equal("Да", route[0].Comment);
        Assert.Equal(
            ["user-2", "user-3"],
            route[1].Approvers.Select(approver => approver.ErpId.Value),
            StringComparer.Ordinal
        );
        Assert.Null(route[1].DecidedBy);
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SnapshotSample.Json)];

        var accepted = Assert.IsType<SnapshotOutcome.Accepted>(new SnapshotReader(SnapshotSample.Moscow).Read(body));

        Assert.Equal(SnapshotSample.Accept(SnapshotSample.Json).ContentHash, accepted.ContentHash);
    }

    [Fact]
    public void Only_what_has_to_be_there_has_to_be_there()
    {
        var request = SnapshotSample.Accept(Bare()).Request;

        Assert.Null(request.Source);
        Assert.Null(request.Department);
        Assert.Null(request.Vat);
        Assert.Null(request.Purpose);
        Assert.Null(request.DesiredDate);
        Assert.False(request.OverLimit);
        Assert.Empty(request.Groups);
        Assert.Empty(request.Attachments);
        Assert.Equal(StageRule.Any, Assert.Single(request.Route).Rule);
    }

    [Theory]
    [InlineData("source")]
    [InlineData("operation")]
    [InlineData("department")]
    [InlineData("vat")]
    [InlineData("cashFlowItem")]
    [InlineData("purpose")]
    [InlineData("desiredDate")]
    [InlineData("priority")]
    [InlineData("overLimit")]
    [InlineData("groups")]
    [InlineData("attachments")]
    public void Null_is_as_good_as_absent(string name) =>
        Assert.Equal(
            SnapshotSample.Accept(SnapshotSample.With("/" + name, null)).ContentHash,
            SnapshotSample.Accept(SnapshotSample.With("/" + name, "null")).ContentHash
        );

    [Fact]
    public void What_1C_writes_for_nothing_means_nothing()
    {
        const string nothing = """{"erpId": "00000000-0000-0000-0000-000000000000", "name": ""}""";
        var json = SnapshotSample.With("/department", nothing);
        json = SnapshotSample.With(json, "/cashFlowItem", nothing);
        json = SnapshotSample.With(json, "/organization/erpId", "\"00000000-0000-0000-0000-000000000000\"");
        json = SnapshotSample.With(json, "/desiredDate", "\"0001-01-01T00:00:00\"");
        json = SnapshotSample.With(json, "/route/1/due", "\"0001-01-01T00:00:00Z\"");
        json = SnapshotSample.With(json, "/route/1/decidedAt", "\"0001-01-01\"");
        json = SnapshotSample.With(json, "/route/1/decidedBy", nothing);
        json = SnapshotSample.With(json, "/payee/account", """{"number": "", "bic": ""}""");
        json = SnapshotSample.With(json, "/vat", """{"mode": "", "rate": "", "amount": ""}""");

        var request = SnapshotSample.Accept(json).Request;

        Assert.Null(request.Department);
        Assert.Null(request.CashFlowItem);
        Assert.Null(request.Organization.ErpId);
        Assert.Null(request.DesiredDate);
        Assert.Null(request.Payee.Account);
        Assert.Null(request.Vat);
        Assert.Equal(
            (null, null, null),
            (request.Route[1].Due, request.Route[1].DecidedAt, request.Route[1].DecidedBy)
        );
    }

    [Fact]
    public void Unknown_fields_are_kept_out_of_the_way()
    {
        var json = SnapshotSample.With("/lines", """[{"amount": {}, "deep": [[[1]]]}]""");
        json = SnapshotSample.With(json, "/route/0/colour", "\"red\"");

        Assert.Equal(SnapshotSample.Accept(SnapshotSample.Json).ContentHash, SnapshotSample.Accept(json).ContentHash);
    }

    [Theory]
    [InlineData("/purpose", "  a\\u0000b\\u001bc\\r\\nd\\te\\u0085f  ", "abc\nd\te\nf")]
    [InlineData("/payee/name", "АО\\r\\nСумма:\\t1\\u0007 ₽ ", "АО Сумма: 1 ₽")]
    [InlineData("/payee/name", "<b>&\\\"x</b>", "<b>&\"x</b>")]
    [InlineData("/payee/name", "👩‍👩‍👧 שלום \\uD83D\\uDE00", "👩‍👩‍👧 שלום 😀")]
    public void Texts_are_cleaned_and_nothing_else_is_lost(string path, string sent, string read)
    {
        var request = SnapshotSample.Accept(SnapshotSample.With(path, $"\"{sent}\"")).Request;

        Assert.Equal(
            read,
            string.Equals(path, "/purpose", StringComparison.Ordinal) ? request.Purpose : request.Payee.Name
        );
    }

    [Fact]
    public void Names_of_1000_characters_and_purposes_of_5000_are_taken()
    {
        var name = string.Concat(Enumerable.Repeat("😀", 1_000));
        string purpose = new('я', 5_000);
        var json = SnapshotSample.With("/payee/name", $"\"{name}\"");
        json = SnapshotSample.With(json, "/purpose", $"\"{purpose}\"");

        var request = SnapshotSample.Accept(json).Request;

        Assert.Equal((name, purpose), (request.Payee.Name, request.Purpose));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public void Hundreds_of_approvers_are_taken(int count)
    {
        var request = SnapshotSample.Accept(WithApprovers(count - 2)).Request;

        Assert.Equal(count, request.Route.Sum(stage => stage.Approvers.Count));
    }

    [Fact]
    public void More_than_500_approvers_are_not() =>
        Assert.Equal("tooManyApprovers", SnapshotSample.Refuse(WithApprovers(499)).Code);

    [Fact]
    public void A_hash_in_capitals_is_taken_in_small_letters()
    {
        var json = SnapshotSample.With("/attachments/0/sha256", $"\"{new string('A', 64)}\"");

        Assert.Equal(new string('a', 64), SnapshotSample.Accept(json).Request.Attachments[0].Sha256);
    }

    [Fact]
    public void A_group_named_twice_counts_once() =>
        Assert.Equal(
            ["a", "b"],
            SnapshotSample.Accept(SnapshotSample.With("/groups", """["a","b","a"]""")).Request.Groups
        );

    internal static string Bare()
    {
        var json = SnapshotSample.With(
            "/route",
            """[{"stage":1,"role":"r","state":"current","approvers":[{"erpId":"u","name":"n"}]}]"""
        );
        var root = JsonNode.Parse(json)!.AsObject();
        string[] optional =
        [
            "source",
            "operation",
            "department",
            "vat",
            "cashFlowItem",
            "purpose",
            "desiredDate",
            "priority",
            "overLimit",
            "groups",
            "attachments",
        ];
        foreach (var name in optional)
        {
            root.Remove(name);
        }

        return root.ToJsonString();
    }

    private static string WithApprovers(int count) =>
        SnapshotSample.With(
            "/route/1/approvers",
            $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"erpId":"a{{i}}","name":"n"}"""))}]"
        );
}
