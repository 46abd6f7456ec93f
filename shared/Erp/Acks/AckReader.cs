using System.Text.Json;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp.Acks;

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
        using var document = JsonBody.Parse(body, out var problem);
        if (document is null)
        {
            return new AckOutcome.Refused(problem!);
        }

        var reading = new Reading(TimeZoneInfo.Utc);
        var acks = ReadList(new Field(document.RootElement, JsonPath.Root, reading));
        return reading.Problem is { } found ? new AckOutcome.Refused(found) : new AckOutcome.Accepted(acks);
    }

    /// <summary>The problem of an acknowledgement whose snapshot is that of another request.</summary>
    /// <param name="index">Which acknowledgement, from 0.</param>
    public static Problem ForeignSnapshot(int index) =>
        ProblemKinds.ForeignSnapshot.At(
            JsonPath.Root.Child("acks").Child(index).Child("snapshot").Child("id").ToString()
        );

    private IReadOnlyList<DecisionAck> ReadList(Field root)
    {
        if (root.Element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            root.WrongType("object, array");
            return [];
        }

        var list = root.Element.ValueKind == JsonValueKind.Array ? root : root.At("acks");
        return list.IsAbsent ? list.Missing<IReadOnlyList<DecisionAck>>([]) : list.List(MaxAcks, ReadOne);
    }

    private DecisionAck ReadOne(Field ack)
    {
        if (ack.Element.ValueKind != JsonValueKind.Object)
        {
            ack.WrongType("object");
            return new DecisionAck(string.Empty, new DecisionAnswer.Applied(null));
        }

        var id = ack.At("decisionId").Id() ?? ack.At("decisionId").Missing(string.Empty);
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
