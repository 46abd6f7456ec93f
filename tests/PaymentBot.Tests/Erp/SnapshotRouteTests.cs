using PaymentBot.Erp.Problems;

namespace PaymentBot.Tests.Erp;

public sealed class SnapshotRouteTests
{
    [Fact]
    public void An_empty_route_is_refused() => Refused("pending", "[]", "emptyRoute", "/route");

    [Fact]
    public void A_current_stage_without_approver_is_refused() =>
        Refused(
            "pending",
            """[{"stage":1,"role":"r","state":"current","approvers":[]}]""",
            "stageWithoutApprover",
            "/route/0/approvers"
        );

    [Fact]
    public void A_waiting_stage_may_be_without_approver() =>
        SnapshotSample.Accept(SnapshotSample.With("/route/2/approvers", "[]"));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("2", "1")]
    public void Stage_numbers_have_to_grow(string first, string second)
    {
        var route =
            $$"""[{"stage":{{first}},"role":"r","state":"waiting"},{"stage":{{second}},"role":"r","state":"waiting"}]""";

        Refused("pending", route, "stageNumberOrder", "/route/1/stage");
    }

    [Theory]
    [InlineData("pending", "waiting current")]
    [InlineData("pending", "waiting approved")]
    [InlineData("rejected", "waiting rejected")]
    [InlineData("pending", "current current")]
    [InlineData("pending", "current approved")]
    [InlineData("pending", "current rejected")]
    public void A_stage_out_of_turn_is_refused(string status, string states) =>
        Refused(status, Route(states), "stageOrder", "/route/1/state");

    [Theory]
    [InlineData("approved")]
    [InlineData("paid")]
    public void Nothing_is_current_once_everything_is_agreed(string status) =>
        Refused(status, Route("approved current"), "currentStageInApprovedRequest", "/route/1/state");

    [Theory]
    [InlineData("pending", "waiting waiting")]
    [InlineData("pending", "approved waiting")]
    [InlineData("pending", "approved skipped current waiting")]
    [InlineData("pending", "current waiting skipped")]
    [InlineData("pending", "waiting skipped waiting")]
    [InlineData("pending", "approved approved")]
    [InlineData("rejected", "approved rejected waiting")]
    [InlineData("rejected", "current waiting")]
    [InlineData("withdrawn", "current waiting")]
    [InlineData("approved", "approved waiting")]
    [InlineData("paid", "approved approved")]
    public void What_is_only_unusual_passes(string status, string states) =>
        SnapshotSample.Accept(
            SnapshotSample.With(SnapshotSample.With("/route", Route(states)), "/status", $"\"{status}\"")
        );

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3")]
    [InlineData("99999999999")]
    public void A_rule_that_cannot_be_met_is_refused(string needed)
    {
        var json = SnapshotSample.With("/route/1/rule", $$"""{"atLeast": {{needed}}}""");

        AssertProblem(SnapshotSample.Refuse(json), 422, "impossibleRule", "/route/1/rule");
    }

    [Theory]
    [InlineData("""{"atLeast": "2"}""", "wrongType")]
    [InlineData("""{"atLeast": 1.5}""", "wrongType")]
    [InlineData("{}", "missingField")]
    public void A_rule_without_a_whole_number_is_refused(string rule, string code) =>
        AssertProblem(
            SnapshotSample.Refuse(SnapshotSample.With("/route/1/rule", rule)),
            400,
            code,
            "/route/1/rule/atLeast"
        );

    [Fact]
    public void An_approver_named_twice_is_refused() =>
        AssertProblem(
            SnapshotSample.Refuse(SnapshotSample.With("/route/1/approvers/1/erpId", "\"user-2\"")),
            422,
            "duplicateApprover",
            "/route/1/approvers/1/erpId"
        );

    [Fact]
    public void One_person_may_stand_in_several_stages() =>
        SnapshotSample.Accept(SnapshotSample.With("/route/2/approvers/0/erpId", "\"user-2\""));

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "")]
    [InlineData("""[{"erpId":"user-2","name":"n"},{"erpId":"other","name":"m"}]""", "user-2 other")]
    public void Who_has_agreed_is_told_or_not_told(string agreed, string? people)
    {
        var stage = SnapshotSample.Accept(SnapshotSample.With("/route/1/agreed", agreed)).Request.Route[1];

        Assert.Equal(people, stage.Agreed is null ? null : string.Join(' ', stage.Agreed.Select(one => one.ErpId)));
        Assert.Null(SnapshotSample.Accept(SnapshotSample.Json).Request.Route[1].Agreed);
    }

    [Fact]
    public void A_file_named_twice_is_refused_by_its_id()
    {
        const string file =
            """{"id":"f","name":"a.pdf","size":1,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";
        var same = SnapshotSample.With("/attachments", $"[{file},{file}]");
        var other = SnapshotSample.With(same, "/attachments/1/id", "\"g\"");

        AssertProblem(SnapshotSample.Refuse(same), 422, "duplicateAttachment", "/attachments/1/id");
        SnapshotSample.Accept(other);
    }

    private static void Refused(string status, string route, string code, string path) =>
        AssertProblem(
            SnapshotSample.Refuse(
                SnapshotSample.With(SnapshotSample.With("/route", route), "/status", $"\"{status}\"")
            ),
            422,
            code,
            path
        );

    private static void AssertProblem(Problem problem, int status, string code, string path) =>
        Assert.Equal((status, code, path), (problem.Status, problem.Code, problem.JsonPointer));

    private static string Route(string states)
    {
        var stages = states
            .Split(' ')
            .Select(
                (state, i) =>
                    $$"""{"stage":{{i + 1}},"role":"r","state":"{{state}}","approvers":[{"erpId":"u","name":"n"}]}"""
            );
        return $"[{string.Join(',', stages)}]";
    }
}
