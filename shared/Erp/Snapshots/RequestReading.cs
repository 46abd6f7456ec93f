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
            Id = new RequestId(root.At("id").Id() ?? root.At("id").Missing("")),
            Revision = root.At("revision").Whole(1) ?? root.At("revision").Missing(1L),
            Source = root.At("source").Line(SnapshotLimit.Code),
            Number = root.At("number").Line(SnapshotLimit.Code) ?? root.At("number").Missing(""),
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
            Groups = [.. root.At("groups").List(SnapshotLimit.Groups, Group).Distinct(StringComparer.Ordinal)],
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

    private static string Group(Field field) => field.Id() ?? field.Missing("");

    private static Attachment Attachment(Field field)
    {
        if (field.IsAbsent)
        {
            field.Missing("");
        }

        field.Is(JsonValueKind.Object);
        return new Attachment(
            field.At("id").Id() ?? field.At("id").Missing(""),
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
