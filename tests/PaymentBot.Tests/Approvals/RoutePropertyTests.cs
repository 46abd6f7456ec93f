using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;

namespace PaymentBot.Tests.Approvals;

/// <summary>Whatever the route and whatever the order of taps, answers and changes.</summary>
public sealed class RoutePropertyTests
{
    private const int People = 4;

    private static Gen<(StageRule Rule, int[] People)> Stages =>
        from people in Gen.Choose(1, People).NonEmptyListOf()
        from required in Gen.Choose(0, 3)
        select (new StageRule(required), people.Distinct().ToArray());

    private static Gen<int[]> Steps => Gen.Choose(0, 10_000).ArrayOf(80);

    private static Gen<RouteModel> Models(bool fourEyes) =>
        from route in Stages.NonEmptyListOf()
        from initiator in Gen.Choose(1, People)
        from tells in Gen.Elements(true, false)
        select new RouteModel([.. route.Take(4)], initiator, tells, fourEyes);

    [Fact]
    public void Nobody_counts_twice_on_a_stage() =>
        Check(fourEyes: false, model => Assert.Equal(model.Approvals.Count, model.Approvals.Distinct().Count()));

    [Fact]
    public void Four_eyes_hold_whatever_the_order() =>
        Check(
            fourEyes: true,
            model =>
            {
                Assert.DoesNotContain(model.Approvals, approval => approval.Person == model.Initiator);
                Assert.Equal(
                    model.Approvals.Count,
                    model.Approvals.Select(approval => approval.Person).Distinct().Count()
                );
            }
        );

    [Fact]
    public void Route_whose_people_suffice_is_never_stuck() =>
        Prop.ForAll(
                (from model in Models(fourEyes: false) from steps in Steps select (model, steps)).ToArbitrary(),
                play =>
                {
                    var (model, steps) = play;
                    Array.ForEach(steps, step => Play(model, step, rejects: false));
                    for (var round = 0; round < 40; round++)
                    {
                        for (var person = 1; person <= People; person++)
                        {
                            model.Tap(person, 0, DecisionKind.Approve);
                        }

                        model.Answer(round);
                        model.Answer(0);
                    }

                    var possible = model.Request.Route.All(stage => stage.Rule.Required <= stage.Approvers.Count);
                    Assert.Equal(possible, model.Request.Status == RequestStatus.Approved);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

    private static void Check(bool fourEyes, Action<RouteModel> holds) =>
        Prop.ForAll(
                (from model in Models(fourEyes) from steps in Steps select (model, steps)).ToArbitrary(),
                play =>
                {
                    foreach (var step in play.steps)
                    {
                        Play(play.model, step, rejects: true);
                        holds(play.model);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    private static void Play(RouteModel model, int step, bool rejects)
    {
        switch (step % 10)
        {
            case 0 when step % 50 == 0:
                model.Change();
                break;
            case < 4:
                model.Answer(step);
                break;
            case 9 when rejects && step % 20 == 19:
                model.Tap(1 + (step / 10 % People), step / 100 % 3, DecisionKind.Reject);
                break;
            default:
                model.Tap(1 + (step / 10 % People), step / 100 % 3, DecisionKind.Approve);
                break;
        }
    }
}
