using PaymentBot.Approvals;
using PaymentBot.Cards.Inbox;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

public sealed class StageTimesTests
{
    [Fact]
    public void Turn_begins_with_the_decision_before() =>
        Assert.Equal(
            [Sample.Request.Date, Sample.SecondStage.Route[0].DecidedAt, null],
            StageTimes.Begins(Sample.SecondStage)
        );

    [Fact]
    public void Skipped_stage_takes_no_time()
    {
        var route = Sample.Approved.Route;
        var request = Sample.Approved with { Route = [route[0], Skipped(route[1]), route[2]] };
        Assert.Equal([request.Date, route[0].DecidedAt, route[0].DecidedAt], StageTimes.Begins(request));
    }

    [Fact]
    public void Nothing_is_told_after_a_decision_without_a_time()
    {
        var request = Sample.SecondStage with
        {
            Route = [Sample.SecondStage.Route[0] with { DecidedAt = null }, .. Sample.SecondStage.Route.Skip(1)],
        };
        Assert.Null(StageTimes.Begins(request)[1]);
        Assert.Null(Spent(request, 0));
        Assert.Null(Spent(request, 1));
    }

    [Fact]
    public void Times_that_contradict_each_other_tell_nothing()
    {
        var request = Sample.SecondStage with { Date = InboxSample.Now.AddDays(1) };
        Assert.Null(Spent(request, 0));
        Assert.Null(StageTimes.Altogether(request, InboxSample.Now));
    }

    [Fact]
    public void Current_stage_counts_until_now_and_only_while_it_is_open()
    {
        Assert.Equal(InboxSample.Now - Sample.SecondStage.Route[0].DecidedAt, Spent(Sample.SecondStage, 1));
        Assert.Null(Spent(Sample.SecondStage with { Status = RequestStatus.Withdrawn }, 1));
        Assert.Null(
            StageTimes.Altogether(Sample.SecondStage with { Status = RequestStatus.Withdrawn }, InboxSample.Now)
        );
    }

    [Fact]
    public void Closed_request_took_until_its_last_decision() =>
        Assert.Equal(
            Sample.Approved.Route[2].DecidedAt - Sample.Approved.Date,
            StageTimes.Altogether(Sample.Approved with { Status = RequestStatus.Paid }, InboxSample.Now)
        );

    private static TimeSpan? Spent(PaymentRequest request, int index) =>
        StageTimes.Spent(request.Route[index], StageTimes.Begins(request)[index], request.Status, InboxSample.Now);

    private static Stage Skipped(Stage stage) =>
        stage with
        {
            State = StageState.Skipped,
            DecidedAt = null,
            DecidedBy = null,
        };
}
