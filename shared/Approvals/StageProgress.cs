namespace PaymentBot.Approvals;

/// <summary>
/// How far the current stage has come: who has agreed, who stands in whose way, who may still approve. What the rule of taps and the cards say comes from
/// here, so that they never differ. Pure.
/// </summary>
/// <remarks>
/// A confirmed decision counts until its stage is left or the document's content changes, though the revision grows with every approval of a stage that
/// needs several. Where the ERP itself lists who has agreed (<see cref="Stage.Agreed"/>), that list is the truth about approvals.
/// </remarks>
public sealed class StageProgress
{
    private readonly PaymentRequest _request;
    private readonly UnchangedSince _since;
    private readonly IReadOnlyList<Decision> _decisions;
    private readonly ApprovalPolicy _policy;

    /// <summary>Looks at a request.</summary>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="since">Since when it is as it is.</param>
    /// <param name="decisions">The decisions known for the request, in any order.</param>
    /// <param name="policy">What the company demands.</param>
    public StageProgress(
        PaymentRequest request,
        UnchangedSince since,
        IEnumerable<Decision> decisions,
        ApprovalPolicy policy
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
        _since = since;
        _decisions = [.. decisions];
        _policy = policy;
        Stage = request.CurrentStage;
        Agreed = Stage is null ? [] : FindAgreed(Stage);
    }

    /// <summary>The request.</summary>
    public PaymentRequest Request => _request;

    /// <summary>The stage whose turn it is, or null when the request waits for nobody.</summary>
    public Stage? Stage { get; }

    /// <summary>Who has agreed on the current stage, as the ERP has confirmed; each once. Empty where the first decision settles the stage.</summary>
    public IReadOnlyList<Person> Agreed { get; }

    /// <summary>How many have to agree on the current stage; 0 when there is none.</summary>
    public int Needed =>
        Stage switch
        {
            null => 0,
            _ when Stage.Rule == StageRule.All => Approvers.Count,
            _ => Stage.Rule.Required,
        };

    /// <summary>The approvers of the current stage of whom the ERP has confirmed no decision, in the route's order.</summary>
    public IReadOnlyList<Person> Waiting => [.. Approvers.Where(person => !HasDecided(person.ErpId))];

    /// <summary>The approvers of the current stage who may still approve it.</summary>
    public IReadOnlyList<Person> Able => [.. Waiting.Where(person => BarOf(person.ErpId) is null)];

    /// <summary>Whether the rule of four eyes leaves enough people for the current stage; true when there is none.</summary>
    public bool CanComplete =>
        !_policy.FourEyes
        || Approvers.Count(person => BarOf(person.ErpId) is null || Agreed.Any(one => one.ErpId == person.ErpId))
            >= Needed;

    private IReadOnlyList<Person> Approvers => [.. (Stage?.Approvers ?? []).DistinctBy(approver => approver.ErpId)];

    /// <summary>Whether what somebody saw is still what they would sign.</summary>
    /// <param name="seenRevision">The revision on the card.</param>
    /// <returns>True for the latest revision and, on a stage that needs several, for all since which only others have agreed.</returns>
    public bool StillHolds(long seenRevision) =>
        seenRevision == _request.Revision
        || (Stage is { Rule.FirstDecides: false } && seenRevision >= _since.Stage && seenRevision <= _request.Revision);

    /// <summary>Whether the ERP has confirmed a decision of a person on the current stage, agreed or not.</summary>
    /// <param name="person">The person.</param>
    public bool HasDecided(ErpId person) =>
        Agreed.Any(one => one.ErpId == person)
        || _decisions.Any(decision => decision.Approver.ErpId == person && Counts(decision));

    /// <summary>The decision that stands in the way of a person's on the current stage, or null.</summary>
    /// <param name="person">Who wants to decide.</param>
    public Decision? Standing(ErpId person) =>
        _decisions.FirstOrDefault(decision =>
            decision.Stage == Stage?.Number
            && StandsInTheWay(decision)
            && (Stage.Rule.FirstDecides || decision.Approver.ErpId == person)
        );

    /// <summary>Whether a decision leaves no room for another one in its place: it is on its way, or it counts.</summary>
    /// <param name="decision">A decision on the current stage.</param>
    public bool StandsInTheWay(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.InFlight || Counts(decision);
    }

    /// <summary>Why the rule of four eyes keeps a person from approving the current stage, or null.</summary>
    /// <param name="person">The person.</param>
    public FourEyesBar? BarOf(ErpId person)
    {
        if (!_policy.FourEyes || Stage is null)
        {
            return null;
        }

        if (_request.Initiator.ErpId == person)
        {
            return new FourEyesBar.OwnRequest();
        }

        return
            _request.Route.FirstOrDefault(stage => stage.Number != Stage.Number && WasApprovedBy(stage, person))
                is { } other
            ? new FourEyesBar.OtherStage(other)
            : null;
    }

    private bool WasApprovedBy(Stage stage, ErpId person) =>
        stage.State == StageState.Approved && (IsToldOf(stage, person) ?? IsRemembered(stage, person));

    /// <summary>Whether the ERP tells that a person approved a stage; null when it does not tell who did.</summary>
    private static bool? IsToldOf(Stage stage, ErpId person)
    {
        if (stage.DecidedBy?.ErpId == person || stage.Agreed?.Any(one => one.ErpId == person) == true)
        {
            return true;
        }

        var tells = stage.Agreed is not null || (stage.Rule.FirstDecides && stage.DecidedBy is not null);
        return tells ? false : null;
    }

    private bool IsRemembered(Stage stage, ErpId person) =>
        _decisions.Any(decision =>
            IsApproval(decision)
            && decision.Stage == stage.Number
            && decision.Approver.ErpId == person
            && decision.Revision >= _since.Content
        );

    private List<Person> FindAgreed(Stage stage)
    {
        if (stage.Rule.FirstDecides)
        {
            return [];
        }

        var confirmed = _decisions.Where(decision => IsApproval(decision) && Counts(decision)).ToList();
        var told = stage.Agreed ?? [];
        return
        [
            .. stage
                .Approvers.Where(person => confirmed.Exists(decision => decision.Approver.ErpId == person.ErpId))
                .Concat(told)
                .DistinctBy(person => person.ErpId),
        ];
    }

    private static bool IsApproval(Decision decision) =>
        decision is { Kind: DecisionKind.Approve, State: DecisionState.Confirmed };

    /// <summary>Whether a decision is confirmed and still counts for the current stage.</summary>
    private bool Counts(Decision decision)
    {
        if (Stage is null || decision.State != DecisionState.Confirmed || decision.Stage != Stage.Number)
        {
            return false;
        }

        if (decision.Revision >= _request.Revision)
        {
            return true;
        }

        return !Stage.Rule.FirstDecides
            && decision.Revision >= _since.Stage
            && (
                decision.Kind == DecisionKind.Reject
                || Stage.Agreed is null
                || Stage.Agreed.Any(one => one.ErpId == decision.Approver.ErpId)
            );
    }
}

/// <summary>Why the rule of four eyes keeps somebody from approving. A closed set.</summary>
public abstract record FourEyesBar
{
    private FourEyesBar() { }

    /// <summary>It is the person's own request.</summary>
    public sealed record OwnRequest : FourEyesBar;

    /// <summary>The person has approved another stage of it.</summary>
    /// <param name="Stage">That stage.</param>
    public sealed record OtherStage(Stage Stage) : FourEyesBar;
}

/// <summary>Since which revisions a request is as it is now, as far as the snapshots that were stored tell.</summary>
/// <param name="Content">The first revision with all that an approver signs as it is now: amount, payee, purpose, files and the like.</param>
/// <param name="Stage">The first revision since which, besides, the current stage has been current without a break.</param>
public sealed record UnchangedSince(long Content, long Stage)
{
    /// <summary>Nothing is known to be older than this revision.</summary>
    /// <param name="revision">The latest revision.</param>
    public static UnchangedSince Revision(long revision) => new(revision, revision);
}
