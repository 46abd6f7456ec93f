using PaymentBot.Approvals;

namespace PaymentBot.Tests.Approvals;

public sealed class DecisionRuleTests
{
    private static readonly ErpId Anna = new("anna");
    private static readonly ErpId James = new("james");

    [Fact]
    public void Approver_of_the_current_stage_may_decide_on_what_was_seen()
    {
        var allowed = Assert.IsType<DecisionVerdict.Allowed>(Judge(Request(), 7, Anna));

        Assert.Equal(2, allowed.Stage.Number);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void Another_revision_than_the_latest_is_refused(long seen) =>
        Assert.IsType<DecisionVerdict.Changed>(Judge(Request(), seen, Anna));

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    [InlineData("ANNA")]
    [InlineData("initiator")]
    public void Nobody_else_may_decide(string person) =>
        Assert.IsType<DecisionVerdict.NotYourTurn>(Judge(Request(), 7, new ErpId(person)));

    [Theory]
    [InlineData(RequestStatus.Approved)]
    [InlineData(RequestStatus.Rejected)]
    [InlineData(RequestStatus.Withdrawn)]
    [InlineData(RequestStatus.Paid)]
    public void Closed_request_takes_no_decision(RequestStatus status)
    {
        var closed = Assert.IsType<DecisionVerdict.Closed>(Judge(Request() with { Status = status }, 7, Anna));

        Assert.Equal(status, closed.Status);
    }

    [Theory]
    [InlineData(DecisionState.Decided)]
    [InlineData(DecisionState.Sent)]
    public void Decision_on_its_way_stands_whatever_revision_it_was_made_on(DecisionState state)
    {
        var standing = Made(James, state) with { Revision = 3 };

        var verdict = Assert.IsType<DecisionVerdict.AlreadyDecided>(Judge(Request(), 7, Anna, standing));
        Assert.Equal(standing, verdict.Decision);
    }

    [Fact]
    public void Confirmed_decision_stands_until_the_next_snapshot_and_not_longer()
    {
        Assert.IsType<DecisionVerdict.AlreadyDecided>(Judge(Request(), 7, Anna, Made(James, DecisionState.Confirmed)));
        Assert.IsType<DecisionVerdict.Allowed>(
            Judge(Request() with { Revision = 8 }, 8, Anna, Made(James, DecisionState.Confirmed))
        );
    }

    [Theory]
    [InlineData(DecisionState.Refused)]
    [InlineData(DecisionState.Failed)]
    public void Decision_that_did_not_count_leaves_the_stage_open(DecisionState state) =>
        Assert.IsType<DecisionVerdict.Allowed>(Judge(Request(), 7, Anna, Made(Anna, state)));

    [Fact]
    public void Decision_of_another_stage_does_not_stand_in_the_way() =>
        Assert.IsType<DecisionVerdict.Allowed>(
            Judge(Request(), 7, Anna, Made(Anna, DecisionState.Sent) with { Stage = 1 })
        );

    [Fact]
    public void Where_all_must_decide_only_the_own_decision_stands()
    {
        var request = Request(StageRule.All);

        Assert.IsType<DecisionVerdict.Allowed>(Judge(request, 7, Anna, Made(James, DecisionState.Sent)));
        Assert.IsType<DecisionVerdict.AlreadyDecided>(Judge(request, 7, James, Made(James, DecisionState.Sent)));
    }

    private static DecisionVerdict Judge(PaymentRequest request, long seen, ErpId person, params Decision[] known) =>
        DecisionRule.Judge(
            new StageProgress(request, UnchangedSince.Revision(request.Revision), known, ApprovalPolicy.None),
            seen,
            person,
            DecisionKind.Approve
        );

    private static Decision Made(ErpId person, DecisionState state) =>
        Erp.ErpClientTests.Decision with
        {
            Stage = 2,
            Approver = new Person(person, "name"),
            State = state,
        };

    private static PaymentRequest Request(StageRule? rule = null) =>
        new()
        {
            Id = new RequestId("r"),
            Revision = 7,
            Number = "1",
            Date = DateTimeOffset.UnixEpoch,
            Status = RequestStatus.Pending,
            Organization = new Party(null, "o"),
            Payee = new Payee(null, "p"),
            Total = new Money(1, "RUB"),
            Initiator = new Person(new ErpId("initiator"), "i"),
            Route =
            [
                Stage(1, StageState.Approved, StageRule.Any, new ErpId("first")),
                Stage(2, StageState.Current, rule ?? StageRule.Any, Anna, James),
                Stage(3, StageState.Waiting, StageRule.Any, new ErpId("last")),
            ],
        };

    private static Stage Stage(int number, StageState state, StageRule rule, params ErpId[] people) =>
        new()
        {
            Number = number,
            Role = "role",
            Rule = rule,
            State = state,
            Approvers = [.. people.Select(person => new Person(person, "name"))],
        };
}
