using PaymentBot.Approvals;

namespace PaymentBot.Tests.Approvals;

public sealed class StageProgressTests
{
    private static readonly ErpId Anna = new("anna");
    private static readonly ErpId James = new("james");
    private static readonly ErpId Vera = new("vera");
    private static readonly ErpId Initiator = new("initiator");
    private static readonly ApprovalPolicy s_fourEyes = ApprovalPolicy.None with { FourEyes = true };

    /// <summary>Since when revision 9 is as it is: another has agreed with 8.</summary>
    private static readonly UnchangedSince s_since = new(Content: 3, Stage: 7);

    [Fact]
    public void Agreement_counts_while_the_revision_grows_with_every_approval()
    {
        var progress = Progress(StageRule.All, s_since, Made(Anna, 7), Made(James, 8));

        Assert.Equal([Anna, James], progress.Agreed.Select(person => person.ErpId));
        Assert.Equal([Vera], progress.Waiting.Select(person => person.ErpId));
        Assert.Equal(3, progress.Needed);
        Assert.IsType<DecisionVerdict.AlreadyDecided>(Judge(progress, 9, Anna));
        Assert.IsType<DecisionVerdict.Allowed>(Judge(progress, 9, Vera));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void What_was_seen_since_the_stage_began_is_still_what_is_signed(long seen, bool allowed)
    {
        var progress = Progress(StageRule.AtLeast(2), s_since, Made(Anna, 7));

        Assert.Equal(allowed, Judge(progress, seen, Vera) is DecisionVerdict.Allowed);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(3, 8)]
    public void Agreement_is_void_once_the_content_changed_or_the_stage_was_left(long content, long stage)
    {
        var progress = Progress(StageRule.All, new UnchangedSince(content, stage), Made(Anna, 7));

        Assert.Empty(progress.Agreed);
        Assert.IsType<DecisionVerdict.Allowed>(Judge(progress, 9, Anna));
    }

    [Fact]
    public void Where_one_is_enough_a_decision_counts_for_its_revision_alone() =>
        Assert.IsType<DecisionVerdict.Allowed>(Judge(Progress(StageRule.Any, s_since, Made(Anna, 7)), 9, Anna));

    [Fact]
    public void Rejection_is_a_decision_too()
    {
        var progress = Progress(StageRule.All, s_since, Made(Anna, 7) with { Kind = DecisionKind.Reject });

        Assert.Empty(progress.Agreed);
        Assert.IsType<DecisionVerdict.AlreadyDecided>(Judge(progress, 9, Anna));
    }

    [Fact]
    public void What_the_erp_tells_of_who_agreed_is_the_truth()
    {
        var request = Request(StageRule.All, agreed: [new Person(James, "James")]);
        var progress = new StageProgress(request, s_since, [Made(Anna, 7)], ApprovalPolicy.None);

        Assert.Equal([James], progress.Agreed.Select(person => person.ErpId));
        Assert.IsType<DecisionVerdict.AlreadyAgreed>(Judge(progress, 9, James));
        Assert.IsType<DecisionVerdict.Allowed>(Judge(progress, 9, Anna));
    }

    [Fact]
    public void Confirmation_newer_than_what_the_erp_tells_counts_as_well()
    {
        var request = Request(StageRule.All, agreed: []);
        var progress = new StageProgress(request, s_since, [Made(Anna, 9)], ApprovalPolicy.None);

        Assert.Equal([Anna], progress.Agreed.Select(person => person.ErpId));
    }

    [Theory]
    [InlineData(DecisionKind.Approve, false)]
    [InlineData(DecisionKind.Reject, true)]
    public void Own_request_may_be_rejected_and_not_approved(DecisionKind kind, bool allowed)
    {
        var request = Request(StageRule.Any) with { Initiator = new Person(Anna, "Anna") };
        var progress = new StageProgress(request, s_since, [], s_fourEyes);

        var verdict = DecisionRule.Judge(progress, 9, Anna, kind);

        Assert.Equal(allowed, verdict is DecisionVerdict.Allowed);
        Assert.Equal(allowed, verdict is not DecisionVerdict.Barred { Bar: FourEyesBar.OwnRequest });
        Assert.IsType<DecisionVerdict.Allowed>(DecisionRule.Judge(progress, 9, James, kind));
    }

    [Fact]
    public void Nobody_approves_a_second_stage_of_one_request()
    {
        var decided = First(StageRule.Any) with { DecidedBy = new Person(Anna, "Anna") };
        var told = First(StageRule.All) with { Agreed = [new Person(Anna, "Anna")] };
        var remembered = First(StageRule.All);
        Decision[] memory = [Made(Anna, 4) with { Stage = 1 }];

        Assert.True(IsBarred(decided, []));
        Assert.True(IsBarred(told, []));
        Assert.True(IsBarred(remembered, memory));
        Assert.False(IsBarred(First(StageRule.Any) with { DecidedBy = new Person(Vera, "Vera") }, memory));
        Assert.False(IsBarred(First(StageRule.All) with { Agreed = [] }, memory));
        Assert.False(IsBarred(remembered, [memory[0] with { Revision = 2 }]));
        Assert.False(IsBarred(remembered with { State = StageState.Skipped }, memory));
    }

    [Fact]
    public void Without_the_rule_of_four_eyes_anybody_may()
    {
        var request = Request(StageRule.Any) with { Initiator = new Person(Anna, "Anna") };

        Assert.IsType<DecisionVerdict.Allowed>(
            Judge(new StageProgress(request, s_since, [], ApprovalPolicy.None), 9, Anna)
        );
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(0, false)]
    public void Stage_is_stuck_when_too_few_may_still_approve(int required, bool canComplete)
    {
        var request = Request(new StageRule(required)) with { Initiator = new Person(Anna, "Anna") };

        Assert.Equal(canComplete, new StageProgress(request, s_since, [], s_fourEyes).CanComplete);
        Assert.True(new StageProgress(request, s_since, [], ApprovalPolicy.None).CanComplete);
    }

    private static bool IsBarred(Stage first, Decision[] memory)
    {
        var request = Request(StageRule.Any);
        request = request with { Route = [first, request.Route[1]] };
        return Judge(new StageProgress(request, s_since, memory, s_fourEyes), 9, Anna)
            is DecisionVerdict.Barred { Bar: FourEyesBar.OtherStage { Stage.Number: 1 } };
    }

    private static DecisionVerdict Judge(StageProgress progress, long seen, ErpId person) =>
        DecisionRule.Judge(progress, seen, person, DecisionKind.Approve);

    private static StageProgress Progress(StageRule rule, UnchangedSince since, params Decision[] decisions) =>
        new(Request(rule), since, decisions, ApprovalPolicy.None);

    private static Decision Made(ErpId person, long revision) =>
        Erp.ErpClientTests.Decision with
        {
            Stage = 2,
            Kind = DecisionKind.Approve,
            Revision = revision,
            Approver = new Person(person, "name"),
            State = DecisionState.Confirmed,
        };

    private static Stage First(StageRule rule) =>
        new()
        {
            Number = 1,
            Role = "budgetHolder",
            Rule = rule,
            State = StageState.Approved,
            Approvers = [new Person(Anna, "Anna"), new Person(Vera, "Vera")],
        };

    private static PaymentRequest Request(StageRule rule, IReadOnlyList<Person>? agreed = null) =>
        new()
        {
            Id = new RequestId("r"),
            Revision = 9,
            Number = "1",
            Date = DateTimeOffset.UnixEpoch,
            Status = RequestStatus.Pending,
            Organization = new Party(null, "o"),
            Payee = new Payee(null, "p"),
            Total = new Money(1, "RUB"),
            Initiator = new Person(Initiator, "i"),
            Route =
            [
                First(StageRule.Any) with
                {
                    DecidedBy = new Person(new ErpId("first"), "First"),
                },
                new Stage
                {
                    Number = 2,
                    Role = "financialManager",
                    Rule = rule,
                    State = StageState.Current,
                    Approvers = [new Person(Anna, "Anna"), new Person(James, "James"), new Person(Vera, "Vera")],
                    Agreed = agreed,
                },
            ],
        };
}
