using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp.People;

/// <summary>Reads a user of the ERP.</summary>
internal static class PersonReading
{
    private const int MaxItems = 200;
    private const int CurrencyLength = 3;

    public static DirectoryPerson DirectoryPerson(this Field field)
    {
        if (field.IsAbsent)
        {
            field.Missing("");
        }

        field.Is(JsonValueKind.Object);
        var active = field.At("active");
        return new DirectoryPerson
        {
            ErpId = new ErpId(field.At("erpId").Id() ?? field.At("erpId").Missing("")),
            Name = field.At("name").Name(),
            Email = field.At("email").Email(),
            Active = active.IsAbsent ? active.Missing(false) : active.Flag(),
            Roles = field.At("roles").List(MaxItems, Role),
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

    private static string Role(Field field) => field.Line(SnapshotLimit.Code) ?? field.Missing("");

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
