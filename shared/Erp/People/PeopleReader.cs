using System.Text.Json;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp.People;

/// <summary>
/// Reads the ERP's people: <c>{"people": [...]}</c> or the bare list. Unknown fields are ignored; null, the empty text, 1C's empty reference and
/// 1C's empty date count as absent. Safe for concurrent use; never throws because of what a body holds.
/// </summary>
/// <param name="senderZone">The zone of local times that come without an offset.</param>
public sealed class PeopleReader(TimeZoneInfo senderZone)
{
    /// <summary>The most people in one call.</summary>
    public const int MaxPeople = 1_000;

    /// <summary>Reads a body as received.</summary>
    /// <param name="body">JSON in UTF-8, with or without a byte order mark. Its size is the caller's to limit.</param>
    public PeopleOutcome Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonBody.Parse(body, out var problem);
        if (document is null)
        {
            return new PeopleOutcome.Refused(problem!);
        }

        var reading = new Reading(senderZone);
        var root = new Field(document.RootElement, JsonPath.Root, reading);
        var people = ReadList(root);
        return reading.Problem is { } found ? new PeopleOutcome.Refused(found) : new PeopleOutcome.Accepted(people);
    }

    /// <summary>Reads one person as a whole body.</summary>
    /// <returns>The person, or null when the body is none.</returns>
    internal DirectoryPerson? ReadOne(ReadOnlyMemory<byte> body)
    {
        using var document = JsonBody.Parse(body, out _);
        if (document is null)
        {
            return null;
        }

        var reading = new Reading(senderZone);
        var person = new Field(document.RootElement, JsonPath.Root, reading).DirectoryPerson();
        return reading.Problem is null ? person : null;
    }

    private static IReadOnlyList<DirectoryPerson> ReadList(Field root)
    {
        if (root.Element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            root.WrongType("object, array");
            return [];
        }

        var list = root.Element.ValueKind == JsonValueKind.Array ? root : root.At("people");
        if (list.IsAbsent)
        {
            return list.Missing<IReadOnlyList<DirectoryPerson>>([]);
        }

        var people = list.List(MaxPeople, PersonReading.DirectoryPerson);
        ReportRepeated(list, people);
        return people;
    }

    private static void ReportRepeated(Field list, IReadOnlyList<DirectoryPerson> people)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < people.Count; index++)
        {
            if (!seen.Add(people[index].ErpId.Value))
            {
                list.Reading.Report(ProblemKinds.DuplicatePerson.At(list.Path.Child(index).Child("erpId").ToString()));
            }
        }
    }
}
