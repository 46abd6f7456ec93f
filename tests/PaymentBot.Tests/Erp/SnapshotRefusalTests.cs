using System.Text;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

public sealed class SnapshotRefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<xml/>")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"schema\": \"payment-request/1\",}")]
    [InlineData("// comment\n{}")]
    [InlineData("{\"id\": 1, \"id\": 2}")]
    [InlineData("{\"a\\ud800\": 1, \"b\": 2}")]
    public void What_is_not_JSON_is_told(string body) =>
        AssertProblem(SnapshotSample.Refuse(body), 400, "notJson", null);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_told()
    {
        var body = Encoding.Latin1.GetBytes("{\"schema\": \"payment-request/1\", \"number\": \"\u00FF\"}");

        var refused = Assert.IsType<SnapshotOutcome.Refused>(new SnapshotReader(SnapshotSample.Moscow).Read(body));

        AssertProblem(refused.Problem, 400, "notJson", null);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(100_000)]
    public void Deep_nesting_is_told(int depth)
    {
        var deep = new string('[', depth) + new string(']', depth);

        AssertProblem(
            SnapshotSample.Refuse($$"""{"schema": "payment-request/1", "x": {{deep}}}"""),
            400,
            "notJson",
            null
        );
    }

    [Fact]
    public void The_place_of_broken_JSON_is_told_and_its_text_is_not()
    {
        var problem = SnapshotSample.Refuse("{\n  \"purpose\": secret\n}");

        Assert.Contains("[2:14]", problem.Detail(ProblemLanguage.English), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Detail(ProblemLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void Anything_but_an_object_is_told(string body) =>
        AssertProblem(SnapshotSample.Refuse(body), 400, "wrongType", "");

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"payment-request/2\"")]
    [InlineData("\"Payment-Request/1\"")]
    public void An_unknown_schema_is_told(string? schema) => Spoiled("/schema", schema, 400, "unknownSchema");

    [Theory]
    [InlineData("/id")]
    [InlineData("/revision")]
    [InlineData("/number")]
    [InlineData("/date")]
    [InlineData("/status")]
    [InlineData("/organization")]
    [InlineData("/organization/name")]
    [InlineData("/payee/name")]
    [InlineData("/payee/account/number")]
    [InlineData("/amount")]
    [InlineData("/currency")]
    [InlineData("/vat/mode")]
    [InlineData("/cashFlowItem/name")]
    [InlineData("/initiator/erpId")]
    [InlineData("/initiator/name")]
    [InlineData("/route")]
    [InlineData("/route/1/stage")]
    [InlineData("/route/1/role")]
    [InlineData("/route/1/state")]
    [InlineData("/route/1/approvers/0/erpId")]
    [InlineData("/route/0/decidedBy/name")]
    [InlineData("/attachments/0/id")]
    [InlineData("/attachments/0/name")]
    [InlineData("/attachments/0/size")]
    [InlineData("/attachments/0/sha256")]
    public void A_missing_field_is_told_by_its_place(string path)
    {
        Spoiled(path, null, 400, "missingField");
        Spoiled(path, "null", 400, "missingField");
    }

    [Theory]
    [InlineData("/payee", "{}", "/payee/name")]
    [InlineData("/payee", "null", "/payee")]
    [InlineData("/initiator", "null", "/initiator")]
    [InlineData("/id", "\"00000000-0000-0000-0000-000000000000\"", "/id")]
    [InlineData("/id", "\"\"", "/id")]
    [InlineData("/number", "\"  \"", "/number")]
    [InlineData("/date", "\"0001-01-01T00:00:00\"", "/date")]
    [InlineData("/amount", "\"\"", "/amount")]
    [InlineData("/route/1/approvers/0/erpId", "\"00000000-0000-0000-0000-000000000000\"", "/route/1/approvers/0/erpId")]
    [InlineData("/route/1/approvers/1", "null", "/route/1/approvers/1")]
    [InlineData("/route/1", "null", "/route/1")]
    [InlineData("/attachments/0", "null", "/attachments/0")]
    [InlineData("/groups", "[null]", "/groups/0")]
    public void Emptiness_where_something_has_to_be_is_told(string path, string json, string told) =>
        AssertProblem(SnapshotSample.Refuse(SnapshotSample.With(path, json)), 400, "missingField", told);

    [Theory]
    [InlineData("/id", "1")]
    [InlineData("/revision", "\"7\"")]
    [InlineData("/revision", "7.5")]
    [InlineData("/revision", "7e0")]
    [InlineData("/number", "123")]
    [InlineData("/date", "20261122")]
    [InlineData("/status", "1")]
    [InlineData("/organization", "\"ООО\"")]
    [InlineData("/department", "[]")]
    [InlineData("/payee", "[]")]
    [InlineData("/payee/account", "\"4070\"")]
    [InlineData("/amount", "true")]
    [InlineData("/amount", "{}")]
    [InlineData("/currency", "643")]
    [InlineData("/vat", "20")]
    [InlineData("/purpose", "{}")]
    [InlineData("/overLimit", "\"true\"")]
    [InlineData("/initiator", "\"Петров\"")]
    [InlineData("/initiator/email", "[]")]
    [InlineData("/route", "{}")]
    [InlineData("/route/0", "[]")]
    [InlineData("/route/0/stage", "\"1\"")]
    [InlineData("/route/0/rule", "1")]
    [InlineData("/route/0/state", "{}")]
    [InlineData("/route/0/approvers", "{}")]
    [InlineData("/route/0/approvers/0", "\"user-1\"")]
    [InlineData("/groups", "\"treasury\"")]
    [InlineData("/groups/0", "1")]
    [InlineData("/attachments/0", "\"file\"")]
    [InlineData("/attachments/0/size", "\"1\"")]
    public void A_wrong_type_is_told_by_its_place(string path, string json) => Spoiled(path, json, 400, "wrongType");

    [Theory]
    [InlineData("/status", "\"Pending\"")]
    [InlineData("/status", "\"\"")]
    [InlineData("/route/0/state", "\"done\"")]
    [InlineData("/route/0/rule", "\"Any\"")]
    public void An_unknown_word_is_told(string path, string json) => Spoiled(path, json, 400, "unknownValue");

    [Fact]
    public void Half_a_surrogate_pair_is_told()
    {
        var json = SnapshotSample.Json.Replace("АО «Вектор»", "half \\ud83d", StringComparison.Ordinal);

        AssertProblem(SnapshotSample.Refuse(json), 400, "invalidText", "/payee/name");
    }

    [Theory]
    [InlineData("/revision", "0", "numberOutOfRange")]
    [InlineData("/revision", "-1", "numberOutOfRange")]
    [InlineData("/revision", "9223372036854775808", "numberOutOfRange")]
    [InlineData("/currency", "\"rub\"", "invalidCurrency")]
    [InlineData("/currency", "\"РУБ\"", "invalidCurrency")]
    [InlineData("/currency", "\"RUBL\"", "invalidCurrency")]
    [InlineData("/id", "\" x\"", "invalidId")]
    [InlineData("/id", "\"x\\u0000\"", "invalidId")]
    [InlineData("/route/0/stage", "0", "numberOutOfRange")]
    [InlineData("/route/0/stage", "2147483648", "numberOutOfRange")]
    [InlineData("/attachments/0/size", "-1", "numberOutOfRange")]
    [InlineData("/attachments/0/sha256", "\"abc\"", "invalidSha256")]
    [InlineData(
        "/attachments/0/sha256",
        "\"n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgj=n4bQgYhMfWWaL+qgxVrQ\"",
        "invalidSha256"
    )]
    public void An_impossible_value_is_told(string path, string json, string code) => Spoiled(path, json, 422, code);

    [Theory]
    [InlineData("/id", 200)]
    [InlineData("/number", 200)]
    [InlineData("/payee/name", 1_000)]
    [InlineData("/initiator/name", 1_000)]
    [InlineData("/attachments/0/name", 1_000)]
    [InlineData("/purpose", 5_000)]
    [InlineData("/route/0/comment", 5_000)]
    public void A_text_may_be_as_long_as_its_limit_and_no_longer(string path, int max)
    {
        SnapshotSample.Accept(SnapshotSample.With(path, $"\"{new string('x', max)}\""));
        Spoiled(path, $"\"{new string('x', max + 1)}\"", 422, "textTooLong");
    }

    [Fact]
    public void Broken_form_is_told_before_impossible_content()
    {
        var json = SnapshotSample.With(SnapshotSample.With("/amount", "\"-1\""), "/initiator/name", "5");

        AssertProblem(SnapshotSample.Refuse(json), 400, "wrongType", "/initiator/name");
    }

    private static void Spoiled(string path, string? json, int status, string code) =>
        AssertProblem(SnapshotSample.Refuse(SnapshotSample.With(path, json)), status, code, path);

    private static void AssertProblem(Problem problem, int status, string code, string? path) =>
        Assert.Equal((status, code, path), (problem.Status, problem.Code, problem.JsonPointer));
}
