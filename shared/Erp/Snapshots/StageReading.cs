using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Reads one stage of the route.</summary>
internal static class StageReading
{
    public static Stage Stage(this Field field)
    {
        field.RequireObject();
        return new Stage
        {
            Number = field.At("stage").StageNumber(),
            Role = field.At("role").RequiredCode(),
            Rule = field.At("rule").Rule(),
            State = field.At("state").Word(SnapshotWords.States),
            Due = field.At("due").Instant(),
            Approvers = field.At("approvers").List(SnapshotLimit.Approvers, PartyReading.RequiredPerson),
            Agreed = field.At("agreed").Agreed(),
            DecidedBy = field.At("decidedBy").Person(),
            DecidedAt = field.At("decidedAt").Instant(),
            Comment = field.At("comment").Lines(SnapshotLimit.Purpose),
        };
    }

    /// <summary>Absent is "not told", an empty list is "nobody so far".</summary>
    private static IReadOnlyList<Person>? Agreed(this Field field) =>
        field.IsAbsent ? null : field.List(SnapshotLimit.Approvers, PartyReading.RequiredPerson);

    private static int StageNumber(this Field field) => (int)(field.Whole(1, int.MaxValue) ?? field.Missing(1L));

    private static StageRule Rule(this Field field)
    {
        if (field.Element.ValueKind == JsonValueKind.Object)
        {
            return field.AtLeast();
        }

        if (field.IsAbsent)
        {
            return StageRule.Any;
        }

        if (field.Element.ValueKind != JsonValueKind.String)
        {
            field.WrongType("string, object");
            return StageRule.Any;
        }

        switch (field.Raw())
        {
            case SnapshotWords.Any:
                return StageRule.Any;
            case SnapshotWords.All:
                return StageRule.All;
            default:
                field.Report(ProblemKinds.UnknownValue, """any, all, {"atLeast": n}""");
                return StageRule.Any;
        }
    }

    private static StageRule AtLeast(this Field field)
    {
        var count = field.At(SnapshotWords.AtLeast);
        var needed = count.Whole(long.MinValue) ?? count.Missing(1L);
        if (needed is >= 1 and <= SnapshotLimit.Approvers)
        {
            return StageRule.AtLeast((int)needed);
        }

        field.Report(ProblemKinds.ImpossibleRule);
        return StageRule.Any;
    }
}
