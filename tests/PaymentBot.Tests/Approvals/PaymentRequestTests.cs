using PaymentBot.Approvals;

namespace PaymentBot.Tests.Approvals;

public sealed class PaymentRequestTests
{
    private static readonly ErpId Holder = new("holder");
    private static readonly ErpId Treasurer = new("treasurer");

    [Fact]
    public void It_is_the_turn_of_the_current_stages_approvers_only()
    {
        var request = Request(RequestStatus.Pending, StageState.Current, StageState.Waiting);

        Assert.Equal(1, request.CurrentStage?.Number);
        Assert.True(request.IsTurnOf(Holder));
        Assert.False(request.IsTurnOf(Treasurer));
        Assert.False(request.IsTurnOf(new ErpId("HOLDER")));
        Assert.False(request.IsTurnOf(request.Initiator.ErpId));
    }

    [Fact]
    public void The_turn_moves_on_with_the_stages()
    {
        var request = Request(RequestStatus.Pending, StageState.Approved, StageState.Current);

        Assert.False(request.IsTurnOf(Holder));
        Assert.True(request.IsTurnOf(Treasurer));
    }

    [Theory]
    [InlineData(RequestStatus.Approved)]
    [InlineData(RequestStatus.Rejected)]
    [InlineData(RequestStatus.Withdrawn)]
    [InlineData(RequestStatus.Paid)]
    public void Nobodys_turn_is_left_once_the_request_is_settled(RequestStatus status)
    {
        var request = Request(status, StageState.Current, StageState.Waiting);

        Assert.Null(request.CurrentStage);
        Assert.False(request.IsTurnOf(Holder));
    }

    [Fact]
    public void Nobodys_turn_has_come_between_two_stages() =>
        Assert.Null(Request(RequestStatus.Pending, StageState.Approved, StageState.Waiting).CurrentStage);

    [Fact]
    public void Only_a_rule_of_one_lets_the_first_decide()
    {
        Assert.True(StageRule.Any.FirstDecides);
        Assert.True(StageRule.AtLeast(1).FirstDecides);
        Assert.False(StageRule.AtLeast(2).FirstDecides);
        Assert.False(StageRule.All.FirstDecides);
    }

    [Theory]
    [InlineData(DecisionState.Decided, true)]
    [InlineData(DecisionState.Sent, true)]
    [InlineData(DecisionState.Confirmed, false)]
    [InlineData(DecisionState.Refused, false)]
    [InlineData(DecisionState.Failed, false)]
    public void A_decision_is_in_flight_until_it_is_settled(DecisionState state, bool inFlight) =>
        Assert.Equal(inFlight, Erp.ErpClientTests.Decision with { State = state } is { InFlight: true });

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Attachment.MaxSendableSize, true)]
    [InlineData(Attachment.MaxSendableSize + 1, false)]
    public void Only_a_file_that_telegram_takes_can_be_sent(long size, bool sendable) =>
        Assert.Equal(sendable, new Attachment("id", "name", "application/pdf", size, new string('0', 64)).Sendable);

    private static PaymentRequest Request(RequestStatus status, StageState first, StageState second) =>
        new()
        {
            Id = new RequestId("r"),
            Revision = 1,
            Number = "1",
            Date = DateTimeOffset.UnixEpoch,
            Status = status,
            Organization = new Party(null, "o"),
            Payee = new Payee(null, "p"),
            Total = new Money(1, "RUB"),
            Initiator = new Person(new ErpId("initiator"), "i"),
            Route = [Stage(1, first, Holder), Stage(2, second, Treasurer)],
        };

    private static Stage Stage(int number, StageState state, ErpId approver) =>
        new()
        {
            Number = number,
            Role = "role",
            State = state,
            Approvers = [new Person(approver, "name")],
        };
}
