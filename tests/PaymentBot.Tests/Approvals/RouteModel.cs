using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Tests.Approvals;

/// <summary>
/// A request on its way through a route of stages that need one, several or all, with an ERP that answers late and in any order. Claims are unique by their
/// row key, as in the store.
/// </summary>
internal sealed class RouteModel
{
    private readonly Dictionary<string, Decision> _claims = new(StringComparer.Ordinal);
    private readonly List<(int Stage, ErpId Person)> _approvals = [];
    private readonly bool _tellsAgreed;
    private readonly ApprovalPolicy _policy;
    private PaymentRequest _request;
    private UnchangedSince _since;
    private int _lastId;

    public RouteModel(
        IReadOnlyList<(StageRule Rule, int[] People)> route,
        int initiator,
        bool tellsAgreed,
        bool fourEyes
    )
    {
        _tellsAgreed = tellsAgreed;
        _policy = ApprovalPolicy.None with { FourEyes = fourEyes };
        _request = new PaymentRequest
        {
            Id = new RequestId("r"),
            Revision = 1,
            Number = "1",
            Date = DateTimeOffset.UnixEpoch,
            Status = RequestStatus.Pending,
            Organization = new Party(null, "o"),
            Payee = new Payee(null, "p"),
            Total = new Money(1, "RUB"),
            Initiator = PersonOf(initiator),
            Route =
            [
                .. route.Select(
                    (stage, index) =>
                        new Stage
                        {
                            Number = index + 1,
                            Role = "role",
                            Rule = stage.Rule,
                            State = index == 0 ? StageState.Current : StageState.Waiting,
                            Approvers = [.. stage.People.Distinct().Select(PersonOf)],
                        }
                ),
            ],
        };
        _since = UnchangedSince.Revision(1);
    }

    /// <summary>The approvals the ERP counts for the content as it is now, in that order.</summary>
    public IReadOnlyList<(int Stage, ErpId Person)> Approvals => _approvals;

    public ErpId Initiator => _request.Initiator.ErpId;

    public PaymentRequest Request => _request;

    private StageProgress Progress => new(_request, _since, _claims.Values, _policy);

    /// <summary>Somebody taps a card that may be old.</summary>
    /// <returns>Whether the decision was claimed.</returns>
    public bool Tap(int person, long seenAgo, DecisionKind kind)
    {
        var id = PersonOf(person).ErpId;
        if (
            DecisionRule.Judge(Progress, Math.Max(1, _request.Revision - seenAgo), id, kind)
            is not DecisionVerdict.Allowed allowed
        )
        {
            return false;
        }

        var decision = Erp.ErpClientTests.Decision with
        {
            Id = $"evt_{++_lastId}",
            Stage = allowed.Stage.Number,
            Revision = _request.Revision,
            Round = _since.Stage,
            Approver = PersonOf(person),
            Kind = kind,
            State = DecisionState.Decided,
        };
        var key = DecisionStore.RowKeyOf(decision, allowed.Stage.Rule);
        if (_claims.TryGetValue(key, out var before) && Progress.StandsInTheWay(before))
        {
            return false;
        }

        _claims[key] = decision;
        return true;
    }

    /// <summary>The ERP answers one of the decisions on their way.</summary>
    public void Answer(int which)
    {
        var waiting = _claims.Where(claim => claim.Value.InFlight).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var (key, decision) = waiting[which % waiting.Count];
        var stage = _request.CurrentStage;
        var isDouble = _approvals.Contains((decision.Stage, decision.Approver.ErpId));
        var isLate = stage?.Number != decision.Stage || decision.Revision < _since.Stage;
        Assert.False(isDouble && !isLate, "Somebody would count twice.");
        if (isLate)
        {
            _claims[key] = decision with { State = DecisionState.Refused };
            return;
        }

        _claims[key] = decision with { State = DecisionState.Confirmed };
        Apply(decision, stage!);
    }

    /// <summary>The document changes, and the route begins again.</summary>
    public void Change()
    {
        if (_request.Status == RequestStatus.Pending)
        {
            _approvals.Clear();
            Advance(
                _request.Route.Select(stage =>
                    stage with
                    {
                        State = stage.Number == 1 ? StageState.Current : StageState.Waiting,
                        DecidedBy = null,
                        Agreed = null,
                    }
                )
            );
            _since = UnchangedSince.Revision(_request.Revision);
        }
    }

    private static Person PersonOf(int number) => new(new ErpId($"p{number}"), $"Person {number}");

    private void Apply(Decision decision, Stage stage)
    {
        if (decision.Kind == DecisionKind.Reject)
        {
            _request = _request with { Status = RequestStatus.Rejected, Revision = _request.Revision + 1 };
            return;
        }

        _approvals.Add((stage.Number, decision.Approver.ErpId));
        var agreed = stage.Approvers.Where(person => _approvals.Contains((stage.Number, person.ErpId))).ToList();
        var needed = stage.Rule == StageRule.All ? stage.Approvers.Count : stage.Rule.Required;
        var isOver = agreed.Count >= needed;
        Advance(_request.Route.Select(one => Next(one, stage, agreed, isOver, decision.Approver)));
        if (isOver)
        {
            _since = _since with { Stage = _request.Revision };
            _request =
                stage.Number == _request.Route.Count ? _request with { Status = RequestStatus.Approved } : _request;
        }
    }

    private Stage Next(Stage one, Stage decided, List<Person> agreed, bool isOver, Person by)
    {
        if (one.Number == decided.Number)
        {
            return one with
            {
                State = isOver ? StageState.Approved : StageState.Current,
                DecidedBy = isOver ? by : null,
                Agreed = _tellsAgreed && !one.Rule.FirstDecides ? agreed : null,
            };
        }

        return isOver && one.Number == decided.Number + 1 ? one with { State = StageState.Current } : one;
    }

    private void Advance(IEnumerable<Stage> route) =>
        _request = _request with { Revision = _request.Revision + 1, Route = [.. route] };
}
