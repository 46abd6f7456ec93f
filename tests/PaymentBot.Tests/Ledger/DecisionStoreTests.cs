using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Tests.App.Support;
using PaymentBot.Tests.Erp;

namespace PaymentBot.Tests.Ledger;

public sealed class DecisionStoreTests : StoreTest
{
    private DecisionStore Store => new(Database.Tables);

    [Fact]
    public async Task Of_many_claims_at_once_one_wins_and_the_others_see_it()
    {
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(number => Task.Run(() => ClaimAsync(Decision($"evt_{number}", $"p{number}"))))
        );

        var claimed = Assert.Single(outcomes.OfType<ClaimOutcome.Claimed>());
        var lost = outcomes.OfType<ClaimOutcome.AlreadyDecided>().ToList();
        Assert.Equal(31, lost.Count);
        Assert.All(lost, outcome => Assert.Equal(claimed.Decision.Decision.Id, outcome.Decision.Decision.Id));
    }

    [Fact]
    public async Task Where_all_must_decide_each_has_a_claim_of_their_own()
    {
        Assert.IsType<ClaimOutcome.Claimed>(await ClaimAsync(Decision("evt_1", "anna"), StageRule.All));
        Assert.IsType<ClaimOutcome.Claimed>(await ClaimAsync(Decision("evt_2", "james"), StageRule.All));
        Assert.IsType<ClaimOutcome.AlreadyDecided>(await ClaimAsync(Decision("evt_3", "james"), StageRule.All));
    }

    [Fact]
    public async Task Where_all_must_decide_the_place_stays_while_the_revision_grows()
    {
        var first = Decision("evt_1", "anna") with { Revision = 7, Round = 5 };
        await ClaimAsync(first, StageRule.All);

        Assert.IsType<ClaimOutcome.AlreadyDecided>(
            await ClaimAsync(first with { Id = "evt_2", Revision = 8 }, StageRule.All)
        );
        Assert.IsType<ClaimOutcome.Claimed>(await ClaimAsync(first with { Id = "evt_3", Round = 8 }, StageRule.All));
    }

    [Theory]
    [InlineData(DecisionState.Refused, true)]
    [InlineData(DecisionState.Failed, true)]
    [InlineData(DecisionState.Decided, false)]
    [InlineData(DecisionState.Sent, false)]
    [InlineData(DecisionState.Confirmed, false)]
    public async Task Only_a_decision_that_did_not_count_gives_way(DecisionState state, bool givesWay)
    {
        var claimed = (ClaimOutcome.Claimed)await ClaimAsync(Decision("evt_1", "anna"));
        await Store.UpdateAsync(
            claimed.Decision,
            claimed.Decision.Decision with
            {
                State = state,
            },
            CancellationToken.None
        );

        var again = await ClaimAsync(Decision("evt_2", "james"));

        Assert.Equal(givesWay, again is ClaimOutcome.Claimed);
    }

    [Fact]
    public async Task Other_revision_and_other_stage_are_other_claims()
    {
        await ClaimAsync(Decision("evt_1", "anna"));

        Assert.IsType<ClaimOutcome.Claimed>(await ClaimAsync(Decision("evt_2", "anna") with { Revision = 8 }));
        Assert.IsType<ClaimOutcome.Claimed>(await ClaimAsync(Decision("evt_3", "anna") with { Stage = 3 }));
        var all = await Store.ListAsync(RequestKey.Of(ErpClientTests.Decision.RequestId), CancellationToken.None);
        Assert.Equal(3, all.Count);
    }

    [Fact]
    public async Task Stored_decision_comes_back_whole()
    {
        var decision = Decision("evt_1", "anna") with
        {
            Message = "м",
            Reason = "r",
            Attempts = 3,
            SettledAt = Clock.GetUtcNow(),
        };
        var claimed = (ClaimOutcome.Claimed)await ClaimAsync(decision);

        var stored = await Store.GetAsync(claimed.Decision.Key, claimed.Decision.RowKey, CancellationToken.None);

        Assert.Equal(decision, stored?.Decision);
    }

    [Fact]
    public async Task Second_of_two_updates_of_one_version_does_nothing()
    {
        var claimed = ((ClaimOutcome.Claimed)await ClaimAsync(Decision("evt_1", "anna"))).Decision;
        var sent = claimed.Decision with { State = DecisionState.Sent };

        Assert.NotNull(await Store.UpdateAsync(claimed, sent, CancellationToken.None));
        Assert.Null(await Store.UpdateAsync(claimed, sent, CancellationToken.None));
    }

    private static Decision Decision(string id, string person) =>
        ErpClientTests.Decision with
        {
            Id = id,
            Approver = new Person(new ErpId(person), person),
        };

    private async Task<ClaimOutcome> ClaimAsync(Decision decision, StageRule? rule = null) =>
        await Store.ClaimAsync(
            decision,
            rule ?? StageRule.Any,
            before => before.InFlight || before.State == DecisionState.Confirmed,
            CancellationToken.None
        );
}
