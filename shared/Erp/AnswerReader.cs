using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp;

/// <summary>Reads the body of the ERP's 200: <c>{"outcome": "applied|refused", "reason", "message", "snapshot"}</c>.</summary>
internal sealed class AnswerReader(SnapshotReader snapshots)
{
    private const int MaxMessage = 1_000;

    /// <summary>The outcome, or null when the body does not say it plainly; a bad snapshot does not undo the outcome.</summary>
    public DecisionAnswer? Read(ReadOnlyMemory<byte> body, RequestId requestId)
    {
        using var document = JsonBody.Parse(body, out _);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var root = new Field(document.RootElement, JsonPath.Root, new Reading(TimeZoneInfo.Utc));
        var snapshot = ReadSnapshot(root.At("snapshot"), requestId, out var problem);
        return Outcome(root, snapshot) switch
        {
            DecisionAnswer.Applied applied => applied with { SnapshotProblem = problem },
            DecisionAnswer.Refused refused => refused with { SnapshotProblem = problem },
            _ => null,
        };
    }

    /// <summary>The outcome with the words that go with it, or null when there is none or an unknown one.</summary>
    public static DecisionAnswer? Outcome(Field root, SnapshotOutcome.Accepted? snapshot) =>
        root.At("outcome").Raw() switch
        {
            "applied" => new DecisionAnswer.Applied(snapshot),
            "refused" => new DecisionAnswer.Refused(
                Cut(root.At("reason"), SnapshotLimit.Code) ?? "other",
                Cut(root.At("message"), MaxMessage),
                snapshot
            ),
            _ => null,
        };

    private SnapshotOutcome.Accepted? ReadSnapshot(Field field, RequestId requestId, out Problem? problem)
    {
        problem = null;
        if (field.IsAbsent)
        {
            return null;
        }

        switch (snapshots.Read(field.Element))
        {
            case SnapshotOutcome.Accepted accepted when accepted.Request.Id == requestId:
                return accepted;
            case SnapshotOutcome.Refused refused:
                problem = refused.Problem;
                return null;
            default:
                problem = ProblemKinds.InvalidId.At("/id");
                return null;
        }
    }

    private static string? Cut(Field field, int max) =>
        field.Lines(int.MaxValue) is { } text ? SnapshotText.Cut(text, max) : null;
}
