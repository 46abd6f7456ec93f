using System.Buffers;
using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Reads the whole request.</summary>
internal static class RequestReading
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public static PaymentRequest Request(this Field root) =>
        new()
        {
            Id = new RequestId(root.At("id").RequiredId()),
            Revision = root.At("revision").Whole(1) ?? root.At("revision").Missing(1L),
            Source = root.At("source").Line(SnapshotLimit.Code),
            Number = root.At("number").RequiredCode(),
            Date = root.At("date").Instant() ?? root.At("date").Missing(DateTimeOffset.UnixEpoch),
            Operation = root.At("operation").Line(SnapshotLimit.Code),
            Status = root.At("status").Word(SnapshotWords.Statuses),
            Organization = root.At("organization").Party() ?? root.At("organization").Missing(new Party(null, "")),
            Department = root.At("department").Party(),
            Payee = root.At("payee").Payee(),
            Total = new Money(
                root.At("amount").Amount() ?? root.At("amount").Missing(0m),
                root.At("currency").Currency()
            ),
            Vat = root.At("vat").Vat(),
            CashFlowItem = root.At("cashFlowItem").Party(),
            Purpose = root.At("purpose").Lines(SnapshotLimit.Purpose),
            DesiredDate = root.At("desiredDate").Day(),
            Priority = root.At("priority").Line(SnapshotLimit.Code),
            OverLimit = root.At("overLimit").Flag(),
            Initiator = root.At("initiator").RequiredPerson(),
            Route = root.At("route").Route(),
            Groups =
            [
                .. root.At("groups")
                    .List(SnapshotLimit.Groups, TextReading.RequiredId)
                    .Distinct(StringComparer.Ordinal),
            ],
            Attachments = root.At("attachments").List(SnapshotLimit.Attachments, Attachment),
        };

    private static IReadOnlyList<Stage> Route(this Field field)
    {
        if (field.IsAbsent)
        {
            return field.Missing<IReadOnlyList<Stage>>([]);
        }

        return field.List(SnapshotLimit.Stages, StageReading.Stage);
    }

    private static string Currency(this Field field)
    {
        var code = field.Raw() ?? field.Missing("RUB");
        if (code.Length != 3 || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
        {
            field.Report(ProblemKinds.InvalidCurrency);
        }

        return code;
    }

    private static Vat? Vat(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var mode = field.At("mode").Line(SnapshotLimit.Code);
        var rate = field.At("rate").Line(SnapshotLimit.Code);
        var amount = field.At("amount").Amount();
        return (mode, rate, amount) is (null, null, null)
            ? null
            : new Vat(mode ?? field.At("mode").Missing(""), rate, amount);
    }

    private static Attachment Attachment(Field field)
    {
        field.RequireObject();
        return new Attachment(
            field.At("id").RequiredId(),
            field.At("name").Name(),
            field.At("contentType").Line(SnapshotLimit.Code) ?? "application/octet-stream",
            field.At("size").Whole(0) ?? field.At("size").Missing(0L),
            field.At("sha256").Sha256()
        );
    }

    private static string Sha256(this Field field)
    {
        var hash = field.Raw() is { Length: > 0 } text ? text : field.Missing(new string('0', 64));
        if (hash.Length != 64 || hash.AsSpan().ContainsAnyExcept(Hexadecimal))
        {
            field.Report(ProblemKinds.InvalidSha256);
        }

        return hash.ToLowerInvariant();
    }
}

/// <summary>
/// Reads whoever and whatever has a name. An object whose every field is empty counts as absent: that is how 1C writes a
/// reference to nothing.
/// </summary>
internal static class PartyReading
{
    public static Party? Party(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var id = field.At("erpId").Id();
        var name = field.At("name").Line(SnapshotLimit.Name);
        return id is null && name is null ? null : new Party(AsErpId(id), name ?? field.At("name").Missing(""));
    }

    public static Person? Person(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var id = field.At("erpId").Id();
        var name = field.At("name").Line(SnapshotLimit.Name);
        return id is null && name is null ? null : field.RequiredPerson();
    }

    public static Person RequiredPerson(this Field field)
    {
        field.RequireObject();
        return new Person(
            new ErpId(field.At("erpId").RequiredId()),
            field.At("name").Name(),
            field.At("email").Line(SnapshotLimit.Email)
        );
    }

    public static Payee Payee(this Field field)
    {
        field.RequireObject();
        return new Payee(
            AsErpId(field.At("erpId").Id()),
            field.At("name").Name(),
            field.At("inn").Line(SnapshotLimit.Code),
            field.At("account").Account()
        );
    }

    private static BankAccount? Account(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var number = field.At("number").Line(SnapshotLimit.Code);
        var bic = field.At("bic").Line(SnapshotLimit.Code);
        return number is null && bic is null ? null : new BankAccount(number ?? field.At("number").Missing(""), bic);
    }

    private static ErpId? AsErpId(string? id) => id is null ? null : new ErpId(id);
}
