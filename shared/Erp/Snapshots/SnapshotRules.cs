using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// What a well-formed snapshot must not say. Only what is impossible is refused, because a refusal stops the ERP's outbox;
/// what is merely unusual passes:
/// <list type="bullet">
/// <item>pending without a current stage: the ERP stands between two stages, and nobody has a button;</item>
/// <item>withdrawn or rejected with a current or waiting stage: the route was left where it stood;</item>
/// <item>skipped anywhere in the route, even behind waiting stages: the ERP may know early that a stage falls away;</item>
/// <item>a waiting stage without approvers: they may be named later.</item>
/// </list>
/// </summary>
internal static class SnapshotRules
{
    public static Problem? Check(PaymentRequest request) =>
        CheckRoute(request) ?? CheckApprovers(request.Route) ?? CheckAttachments(request.Attachments);

    private static Problem? CheckRoute(PaymentRequest request)
    {
        if (request.Route.Count == 0)
        {
            return ProblemKinds.EmptyRoute.At("/route");
        }

        var open = true;
        for (var i = 0; i < request.Route.Count; i++)
        {
            var stage = request.Route[i];
            if (i > 0 && stage.Number <= request.Route[i - 1].Number)
            {
                return ProblemKinds.StageNumberOrder.At(Pointer($"/route/{i}/stage"));
            }

            if (!open && stage.State is StageState.Current or StageState.Approved or StageState.Rejected)
            {
                return ProblemKinds.StageOrder.At(Pointer($"/route/{i}/state"));
            }

            if (stage.State == StageState.Current && request.Status is RequestStatus.Approved or RequestStatus.Paid)
            {
                return ProblemKinds.CurrentStageInApprovedRequest.At(Pointer($"/route/{i}/state"));
            }

            open &= stage.State is not (StageState.Waiting or StageState.Current);
        }

        return null;
    }

    private static Problem? CheckApprovers(IReadOnlyList<Stage> route)
    {
        if (route.Sum(stage => stage.Approvers.Count) > SnapshotLimit.Approvers)
        {
            return ProblemKinds.TooManyApprovers.At("/route", Pointer($"{SnapshotLimit.Approvers}"));
        }

        for (var i = 0; i < route.Count; i++)
        {
            if (CheckStage(route[i], Pointer($"/route/{i}")) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static Problem? CheckStage(Stage stage, string pointer)
    {
        var count = stage.Approvers.Count;
        if (stage.State == StageState.Current && count == 0)
        {
            return ProblemKinds.StageWithoutApprover.At($"{pointer}/approvers");
        }

        var repeated = FirstRepeated(stage.Approvers.Select(approver => approver.ErpId));
        if (repeated >= 0)
        {
            return ProblemKinds.DuplicateApprover.At(Pointer($"{pointer}/approvers/{repeated}/erpId"));
        }

        return count > 0 && stage.Rule.Required > count ? ProblemKinds.ImpossibleRule.At($"{pointer}/rule") : null;
    }

    private static Problem? CheckAttachments(IReadOnlyList<Attachment> attachments)
    {
        var repeated = FirstRepeated(attachments.Select(attachment => attachment.Id));
        return repeated < 0 ? null : ProblemKinds.DuplicateAttachment.At(Pointer($"/attachments/{repeated}/id"));
    }

    private static int FirstRepeated<T>(IEnumerable<T> ids)
    {
        var seen = new HashSet<T>();
        var index = 0;
        foreach (var id in ids)
        {
            if (!seen.Add(id))
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    private static string Pointer(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The longest texts a snapshot may hold, in characters (Unicode code points), and the longest lists.</summary>
public static class SnapshotLimit
{
    /// <summary>Names of people, organizations, payees and files.</summary>
    public const int Name = 1_000;

    /// <summary>The purpose of a payment, and the comment of a decided stage.</summary>
    public const int Purpose = 5_000;

    /// <summary>Codes and short words: number, operation, priority, role, tax mode, account, group key.</summary>
    public const int Code = 200;

    /// <summary>A mailbox (RFC 5321).</summary>
    public const int Email = 320;

    /// <summary>Stages of a route.</summary>
    public const int Stages = 100;

    /// <summary>Approvers of all stages together.</summary>
    public const int Approvers = 500;

    /// <summary>Groups that watch a request.</summary>
    public const int Groups = 50;

    /// <summary>Files of a request.</summary>
    public const int Attachments = 200;
}
