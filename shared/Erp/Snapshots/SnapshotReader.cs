using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Reads the ERP's snapshot of a payment request. Unknown fields are ignored; null, the empty text, 1C's empty reference
/// and 1C's empty date count as absent. Safe for concurrent use; never throws because of what a body holds.
/// </summary>
/// <param name="senderZone">The zone of local times that come without an offset.</param>
public sealed class SnapshotReader(TimeZoneInfo senderZone)
{
    /// <summary>Reads a body as received.</summary>
    /// <param name="body">JSON in UTF-8, with or without a byte order mark. Its size is the caller's to limit.</param>
    public SnapshotOutcome Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonBody.Parse(body, out var problem);
        return document is null ? new SnapshotOutcome.Refused(problem!) : Read(document.RootElement);
    }

    internal SnapshotOutcome Read(JsonElement snapshot)
    {
        var reading = new Reading(senderZone);
        var root = new Field(snapshot, JsonPath.Root, reading);
        if (!CheckSchema(root))
        {
            return new SnapshotOutcome.Refused(reading.Problem!);
        }

        var request = root.Request();
        return (reading.Problem ?? SnapshotRules.Check(request)) is { } problem
            ? new SnapshotOutcome.Refused(problem)
            : new SnapshotOutcome.Accepted(request, ContentHash.Of(request));
    }

    private static bool CheckSchema(Field root)
    {
        if (root.Element.ValueKind != JsonValueKind.Object)
        {
            root.WrongType("object");
            return false;
        }

        var schema = root.At("schema");
        var known =
            schema.Element.ValueKind == JsonValueKind.String && schema.Element.ValueEquals(SnapshotWords.Schema);
        if (!known)
        {
            schema.Report(ProblemKinds.UnknownSchema, SnapshotWords.Schema);
        }

        return known;
    }
}

/// <summary>What reading a snapshot came to: exactly one of the nested records.</summary>
public abstract record SnapshotOutcome
{
    private SnapshotOutcome() { }

    /// <summary>The snapshot is good.</summary>
    /// <param name="Request">The payment request.</param>
    /// <param name="ContentHash"><c>sha256:</c> and 64 hexadecimal digits, as <see cref="Snapshots.ContentHash"/> makes it.</param>
    public sealed record Accepted(PaymentRequest Request, string ContentHash) : SnapshotOutcome;

    /// <summary>The snapshot is refused; nothing of it may be stored or shown.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Refused(Problem Problem) : SnapshotOutcome;
}
