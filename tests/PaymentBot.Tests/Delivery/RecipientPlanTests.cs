using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.FanOut;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Tests.Erp;

namespace PaymentBot.Tests.Delivery;

public sealed class RecipientPlanTests
{
    private static readonly PaymentRequest Request = SnapshotSample.Accept(SnapshotSample.Json).Request;

    [Fact]
    public void Current_approvers_the_initiator_and_the_groups_get_a_card() =>
        Assert.Equal(
            [Of("user-2"), Of("user-3"), Of("user-0"), Recipient.OfGroup("treasury")],
            RecipientPlan.Of(Request, [])
        );

    [Fact]
    public void Whoever_has_a_card_keeps_it_and_nobody_gets_two() =>
        Assert.Equal(
            [Of("user-2"), Of("user-3"), Of("user-0"), Recipient.OfGroup("treasury"), Of("user-1")],
            RecipientPlan.Of(Request, [Of("user-1"), Of("user-2"), Recipient.OfGroup("treasury")])
        );

    [Fact]
    public void Nobody_decides_on_a_closed_request() =>
        Assert.Equal(
            [Of("user-0"), Recipient.OfGroup("treasury")],
            RecipientPlan.Of(Request with { Status = RequestStatus.Withdrawn }, [])
        );

    [Fact]
    public void Person_and_group_of_one_name_are_two() =>
        Assert.NotEqual(Of("treasury").RowKey, Recipient.OfGroup("treasury").RowKey);

    private static Recipient Of(string person) => Recipient.Of(new ErpId(person));
}
