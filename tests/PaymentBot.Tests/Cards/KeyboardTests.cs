using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

/// <summary>Which buttons are there, over every combination of what can matter.</summary>
public sealed class KeyboardTests
{
    private static readonly CardAction[] s_decide =
    [
        CardAction.Approve,
        CardAction.Reject,
        CardAction.ApproveWithComment,
    ];

    [Fact]
    public void Only_the_one_whose_turn_it_is_can_decide()
    {
        var able = 0;
        foreach (var context in Contexts())
        {
            var expected = MayDecide(context);
            able += expected ? 1 : 0;
            foreach (var language in Enum.GetValues<Language>())
            {
                var actions = Actions(context with { Language = language });
                Assert.Equal(expected ? s_decide : [], actions);
            }
        }

        Assert.InRange(able, 1, int.MaxValue);
    }

    [Fact]
    public void Initiators_groups_and_signed_out_chats_never_decide()
    {
        foreach (var context in Contexts())
        {
            Assert.Empty(Actions(context with { Audience = CardAudience.Initiator }));
            Assert.Empty(Actions(context with { Audience = CardAudience.Group }));
            Assert.Empty(Actions(context with { Linked = false, SendableFiles = 3 }));
        }
    }

    [Fact]
    public void Questions_are_asked_only_of_those_who_may_decide()
    {
        foreach (var context in Contexts())
        {
            var choosing = Actions(context with { Dialogue = CardDialogue.ChoosingReason });
            var writing = Actions(context with { Dialogue = CardDialogue.WritingReason });
            var commenting = Actions(context with { Dialogue = CardDialogue.WritingComment });
            var confirming = Actions(context with { Dialogue = CardDialogue.Confirming });
            var may = MayDecide(context);
            Assert.Equal(may ? [CardAction.CancelApprove] : [], commenting);
            Assert.Equal(may ? [CardAction.ConfirmApprove, CardAction.CancelApprove] : [], confirming);
            Assert.Equal(may ? [CardAction.CancelReject] : [], writing);
            Assert.Equal(
                may
                    ?
                    [
                        CardAction.RejectDocuments,
                        CardAction.RejectDetails,
                        CardAction.RejectBudget,
                        CardAction.RejectTiming,
                        CardAction.WriteReason,
                        CardAction.CancelReject,
                    ]
                    : [],
                choosing
            );
        }
    }

    [Theory]
    [InlineData(CardAudience.Approver, 3, true)]
    [InlineData(CardAudience.Initiator, 1, true)]
    [InlineData(CardAudience.Approver, 0, false)]
    [InlineData(CardAudience.Group, 3, false)]
    public void Files_have_a_row_of_their_own(CardAudience audience, int files, bool shown)
    {
        var context = Sample.For(Sample.Sidorova, Sample.Request) with { Audience = audience, SendableFiles = files };
        var row = CardRenderer.Render(context).Keyboard.SingleOrDefault(r => r.Any(b => b.Action == CardAction.Files));
        Assert.Equal(shown, row is not null);
        Assert.Equal(shown ? $"📎 Файлы ({files})" : null, row?.Single().Text);
    }

    [Theory]
    [InlineData(CardAudience.Approver, CardDialogue.None, true, true)]
    [InlineData(CardAudience.Initiator, CardDialogue.None, true, true)]
    [InlineData(CardAudience.Approver, CardDialogue.ChoosingReason, true, false)]
    [InlineData(CardAudience.Approver, CardDialogue.None, false, false)]
    [InlineData(CardAudience.Group, CardDialogue.None, true, false)]
    public void Way_of_the_request_is_the_last_row(
        CardAudience audience,
        CardDialogue dialogue,
        bool linked,
        bool shown
    )
    {
        var context = Sample.For(Sample.Sidorova, Sample.Request) with
        {
            Audience = audience,
            Dialogue = dialogue,
            Linked = linked,
        };
        var last = CardRenderer.Render(context).Keyboard is [.., var row] ? row : [];
        Assert.Equal(shown, last is [{ Action: CardAction.Timeline, Text: "🕓 Ход согласования" }]);
    }

    [Fact]
    public void Group_has_one_button_that_leads_to_the_private_chat()
    {
        var row = Assert.Single(CardRenderer.Render(Sample.ForGroup(Sample.Request)).Keyboard);
        Assert.Equal(
            new CardButton("Открыть в личном чате", Url: "https://t.me/paymentbot?start=r_6f1c0a52"),
            Assert.Single(row)
        );
        Assert.Empty(CardRenderer.Render(Sample.ForGroup(Sample.Request) with { PrivateChatUrl = null }).Keyboard);
    }

    [Fact]
    public void Confirmed_decision_of_an_older_revision_does_not_hold_a_reopened_stage()
    {
        var decision = Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Confirmed);
        var context = Sample.For(Sample.Sidorova, Sample.Request with { Revision = 9 }) with { Decisions = [decision] };
        Assert.Equal(s_decide, Actions(context));
    }

    [Fact]
    public void Decision_in_flight_on_another_stage_does_not_hold_this_one()
    {
        var decision = Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Sent);
        var context = Sample.For(Sample.Ivanov, Sample.SecondStage) with { Decisions = [decision] };
        Assert.Equal(s_decide, Actions(context));
    }

    [Fact]
    public void Deciding_again_after_a_refusal_takes_the_buttons_away_again()
    {
        var context = Sample.For(Sample.Sidorova, Sample.Request) with
        {
            Decisions =
            [
                Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Refused),
                Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Decided),
            ],
        };
        Assert.Empty(Actions(context));
    }

    /// <summary>The rule in its plainest words, against which the code is held.</summary>
    private static bool MayDecide(CardContext context)
    {
        var stage = context.Request.Route[1];
        var turn =
            context.Request.Status == RequestStatus.Pending
            && stage.State == StageState.Current
            && stage.Approvers.Any(approver => approver.ErpId == context.Reader);
        var held = context.Decisions.Any(decision =>
            decision.State is DecisionState.Decided or DecisionState.Sent or DecisionState.Confirmed
            && (stage.Rule.Required == 1 || decision.Approver.ErpId == context.Reader)
        );
        return turn && !held;
    }

    private static IEnumerable<CardContext> Contexts() =>
        from status in Enum.GetValues<RequestStatus>()
        from stage in Enum.GetValues<StageState>()
        from rule in new[] { StageRule.Any, StageRule.All, StageRule.AtLeast(2) }
        from reader in new[] { Sample.Ivanov, Sample.Kuznetsova, Sample.Sidorova }
        from decision in Enum.GetValues<DecisionState>().Cast<DecisionState?>().Append(null)
        select Context(status, stage, rule, reader, decision);

    private static CardContext Context(
        RequestStatus status,
        StageState state,
        StageRule rule,
        Person reader,
        DecisionState? decided
    )
    {
        var request = Sample.SecondStage with
        {
            Status = status,
            Route = [Sample.SecondStage.Route[0], Sample.SecondStage.Route[1] with { State = state, Rule = rule }],
        };
        return Sample.For(reader, request) with
        {
            Decisions = decided is { } made ? [Sample.Decision(request, Sample.Ivanov, made) with { Stage = 2 }] : [],
        };
    }

    private static List<CardAction> Actions(CardContext context) =>
        [
            .. CardRenderer
                .Render(context)
                .Keyboard.SelectMany(row => row)
                .Select(button => button.Action)
                .OfType<CardAction>()
                .Where(action => action != CardAction.Timeline),
        ];
}
