using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp;

/// <summary>What became of a decision handed to the ERP: exactly one of the nested records.</summary>
public abstract record DecisionAnswer
{
    private DecisionAnswer() { }

    /// <summary>The ERP applied the decision. Only this makes it count.</summary>
    /// <param name="Snapshot">The request as it is now, or null when the ERP sent none or a bad one.</param>
    public sealed record Applied(SnapshotOutcome.Accepted? Snapshot) : DecisionAnswer
    {
        /// <summary>Why the snapshot sent along is no good, or null. The outcome stands all the same.</summary>
        public Problem? SnapshotProblem { get; init; }
    }

    /// <summary>The ERP refused the decision for a reason of its own. Not to be retried.</summary>
    /// <param name="Reason">The ERP's code, such as <c>documentChanged</c>, at most 200 characters; <c>other</c> when it gave none.</param>
    /// <param name="Message">The ERP's own words, at most 1,000 characters, or null.</param>
    /// <param name="Snapshot">The request as it is now, or null when the ERP sent none or a bad one.</param>
    public sealed record Refused(string Reason, string? Message, SnapshotOutcome.Accepted? Snapshot) : DecisionAnswer
    {
        /// <summary>Why the snapshot sent along is no good, or null. The outcome stands all the same.</summary>
        public Problem? SnapshotProblem { get; init; }
    }

    /// <summary>Nobody knows whether the ERP applied it; the same decision has to be handed over again later.</summary>
    /// <param name="RetryAfter">How long the ERP asked to wait, 0 to 1 hour, or null when it did not say.</param>
    /// <param name="Why">A short English reason without any text of the ERP's, fit for a log.</param>
    public sealed record Retry(TimeSpan? RetryAfter, string Why) : DecisionAnswer;

    /// <summary>The ERP answered with a permanent fault; retrying the same call is no use.</summary>
    /// <param name="Status">The HTTP status, 400 to 499.</param>
    /// <param name="Why">A short English reason without any text of the ERP's, fit for a log.</param>
    public sealed record Rejected(int Status, string Why) : DecisionAnswer;
}

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
        field.Lines(int.MaxValue) is { } text ? CleanText.Cut(text, max) : null;
}
