using System.Text.Json;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp;

/// <summary>
/// Reads <c>{"acks": [{"decisionId", "outcome", "reason", "message", "snapshot"}]}</c>, or the bare list. Each is what the ERP answers to a posted decision, and the
/// decision's identity. Unknown fields are ignored. Safe for concurrent use; never throws because of what a body holds.
/// </summary>
/// <param name="snapshots">Reads the snapshots.</param>
public sealed class AckReader(SnapshotReader snapshots)
{
    /// <summary>The most acknowledgements in one call.</summary>
    public const int MaxAcks = 100;

    private const int Impossible = 422;

    /// <summary>Reads a body as received.</summary>
    /// <param name="body">JSON in UTF-8, with or without a byte order mark. Its size is the caller's to limit.</param>
    public AckOutcome Read(ReadOnlyMemory<byte> body)
    {
        var (acks, problem) = JsonBody.Read(
            body,
            TimeZoneInfo.Utc,
            root => root.ListUnder("acks")?.List(MaxAcks, ReadOne) ?? []
        );
        return problem is null ? new AckOutcome.Accepted(acks!) : new AckOutcome.Refused(problem);
    }

    /// <summary>The problem of an acknowledgement whose snapshot is that of another request.</summary>
    /// <param name="index">Which acknowledgement, from 0.</param>
    public static Problem ForeignSnapshot(int index) =>
        ProblemKinds.ForeignSnapshot.At(
            JsonPath.Root.Child("acks").Child(index).Child("snapshot").Child("id").ToString()
        );

    private DecisionAck ReadOne(Field ack)
    {
        if (ack.Element.ValueKind != JsonValueKind.Object)
        {
            ack.WrongType("object");
            return new DecisionAck(string.Empty, new DecisionAnswer.Applied(null));
        }

        var id = ack.At("decisionId").RequiredId();
        var snapshot = ReadSnapshot(ack.At("snapshot"));
        if (AnswerReader.Outcome(ack, snapshot) is { } answer)
        {
            return new DecisionAck(id, answer);
        }

        ack.At("outcome").Report(ProblemKinds.UnknownValue, "applied, refused");
        return new DecisionAck(id, new DecisionAnswer.Applied(null));
    }

    /// <summary>Here a wrong snapshot is told: unlike the answer to a posted decision, there is somebody to tell.</summary>
    private SnapshotOutcome.Accepted? ReadSnapshot(Field field)
    {
        if (field.IsAbsent)
        {
            return null;
        }

        var outcome = snapshots.Read(field.Element);
        if (outcome is not SnapshotOutcome.Refused { Problem: { } problem })
        {
            return (SnapshotOutcome.Accepted)outcome;
        }

        field.Reading.Report(
            problem with
            {
                Kind = problem.Kind with { Status = Impossible },
                JsonPointer = $"{field.Path}{problem.JsonPointer}",
            }
        );
        return null;
    }
}

/// <summary>What reading a call with acknowledgements came to: exactly one of the nested records.</summary>
public abstract record AckOutcome
{
    private AckOutcome() { }

    /// <summary>All of it is good.</summary>
    /// <param name="Acks">At most <see cref="AckReader.MaxAcks"/>, as they came.</param>
    public sealed record Accepted(IReadOnlyList<DecisionAck> Acks) : AckOutcome;

    /// <summary>Something is wrong with it; none of it may be taken.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Refused(Problem Problem) : AckOutcome;
}

/// <summary>What the ERP says of one decision that it fetched.</summary>
/// <param name="DecisionId">The decision, as the ERP named it; perhaps one that nobody knows.</param>
/// <param name="Answer"><see cref="DecisionAnswer.Applied"/> or <see cref="DecisionAnswer.Refused"/>, as if the decision had been posted to the ERP.</param>
public sealed record DecisionAck(string DecisionId, DecisionAnswer Answer);
