using System.Text.Json;
using PaymentBot.Approvals;
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
        var (people, problem) = JsonBody.Read(body, senderZone, ReadList);
        return problem is null ? new PeopleOutcome.Accepted(people!) : new PeopleOutcome.Refused(problem);
    }

    /// <summary>Reads one person as a whole body.</summary>
    /// <returns>The person, or null when the body is none.</returns>
    internal DirectoryPerson? ReadOne(ReadOnlyMemory<byte> body)
    {
        var (person, problem) = JsonBody.Read(body, senderZone, PersonReading.DirectoryPerson);
        return problem is null ? person : null;
    }

    private static IReadOnlyList<DirectoryPerson> ReadList(Field root)
    {
        if (root.ListUnder("people") is not { } list)
        {
            return [];
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

/// <summary>What reading the ERP's people came to: exactly one of the nested records.</summary>
public abstract record PeopleOutcome
{
    private PeopleOutcome() { }

    /// <summary>Every person is good.</summary>
    /// <param name="People">The persons, each identity once, in the order sent.</param>
    public sealed record Accepted(IReadOnlyList<DirectoryPerson> People) : PeopleOutcome;

    /// <summary>The body is refused; nothing of it may be stored.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Refused(Problem Problem) : PeopleOutcome;
}

/// <summary>Reads a user of the ERP.</summary>
internal static class PersonReading
{
    private const int MaxItems = 200;
    private const int CurrencyLength = 3;

    public static DirectoryPerson DirectoryPerson(this Field field)
    {
        field.RequireObject();
        var active = field.At("active");
        return new DirectoryPerson
        {
            ErpId = new ErpId(field.At("erpId").RequiredId()),
            Name = field.At("name").Name(),
            Email = field.At("email").Email(),
            Active = active.IsAbsent ? active.Missing(false) : active.Flag(),
            Roles = field.At("roles").List(MaxItems, TextReading.RequiredCode),
            Limits = field.At("limits").List(MaxItems, Limit),
            Substitute = field.At("substitute").Id() is { } substitute ? new ErpId(substitute) : null,
            Absences = field.At("absences").List(MaxItems, Absence),
        };
    }

    private static EmailAddress? Email(this Field field)
    {
        if (field.Line(SnapshotLimit.Email) is not { } text)
        {
            return null;
        }

        if (EmailAddress.Parse(text) is { } address)
        {
            return address;
        }

        field.Report(ProblemKinds.InvalidEmail);
        return null;
    }

    private static ApprovalLimit Limit(Field field)
    {
        field.Is(JsonValueKind.Object);
        var currency = field.At("currency");
        var amount = field.At("amount");
        return new ApprovalLimit(Currency(currency), amount.Amount() ?? amount.Missing(0m));
    }

    private static string Currency(Field field)
    {
        if (field.Raw() is not { Length: > 0 } code)
        {
            return field.Missing("");
        }

        if (code.Length != CurrencyLength || !code.All(char.IsAsciiLetterUpper))
        {
            field.Report(ProblemKinds.InvalidCurrency);
        }

        return code;
    }

    private static Absence Absence(Field field)
    {
        field.Is(JsonValueKind.Object);
        var from = field.At("from");
        var to = field.At("to");
        var first = from.Day() ?? from.Missing(DateOnly.MinValue);
        var last = to.Day() ?? to.Missing(DateOnly.MaxValue);
        if (last < first)
        {
            to.Report(ProblemKinds.AbsenceBackwards);
        }

        return new Absence(first, last);
    }
}
