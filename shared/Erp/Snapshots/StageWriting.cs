using System.Text.Json;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Writes one stage of the route.</summary>
internal static class StageWriting
{
    public static void Stage(Utf8JsonWriter writer, Stage stage, SnapshotForm form)
    {
        writer.WriteStartObject();
        writer.WriteNumber("stage", stage.Number);
        form.Text(writer, "role", stage.Role);
        Rule(writer, stage.Rule);
        writer.WriteString("state", SnapshotWords.States.Of(stage.State));
        form.Instant(writer, "due", stage.Due);
        People(writer, "approvers", stage.Approvers, form);
        if (stage.Agreed is { } agreed)
        {
            People(writer, "agreed", agreed, form);
        }

        PartyWriting.Person(writer, "decidedBy", stage.DecidedBy, form);
        form.Instant(writer, "decidedAt", stage.DecidedAt);
        form.Text(writer, "comment", stage.Comment);
        writer.WriteEndObject();
    }

    private static void People(Utf8JsonWriter writer, string name, IReadOnlyList<Person> people, SnapshotForm form)
    {
        writer.WriteStartArray(name);
        foreach (var person in people)
        {
            PartyWriting.Person(writer, person, form);
        }

        writer.WriteEndArray();
    }

    private static void Rule(Utf8JsonWriter writer, StageRule rule)
    {
        if (rule == StageRule.Any || rule == StageRule.All)
        {
            writer.WriteString("rule", rule == StageRule.Any ? SnapshotWords.Any : SnapshotWords.All);
            return;
        }

        writer.WriteStartObject("rule");
        writer.WriteNumber(SnapshotWords.AtLeast, rule.Required);
        writer.WriteEndObject();
    }
}
